import type { ExportsView } from '../../api/views.ts'
import { exportAddress, getExports } from './api-client.ts'
import { Loaded } from './loaded.tsx'
import { PageHeading } from './page-heading.tsx'
import { useResource } from './use-resource.ts'
import { countText } from './vietnamese-numbers.ts'
import { useWave } from './wave-context.ts'

const FILES = [
  {
    file: 'responses',
    name: 'Phiếu trả lời',
    holds:
      'Mỗi dòng một doanh nghiệp, mỗi cột một câu hỏi; dòng xếp ngẫu nhiên, không có ngày giờ, không có mã doanh nghiệp.',
  },
  {
    file: 'estimates',
    name: 'Kết quả ước lượng',
    holds:
      'Giá trị, điểm, sai số, khoảng tin cậy, mục tiêu, xác suất và nhận định của từng chỉ tiêu, chỉ số thành phần và điểm tổng hợp.',
  },
  {
    file: 'codebook',
    name: 'Bảng mã',
    holds: 'Mỗi mã câu hỏi và mã phương án trong tệp phiếu trả lời nghĩa là gì, nuôi chỉ tiêu nào.',
  },
  {
    file: 'texts',
    name: 'Ý kiến viết tay',
    holds: 'Các câu trả lời tự do, trộn riêng: không nối được với phiếu trả lời nào.',
  },
] as const satisfies readonly { file: keyof ExportsView; name: string; holds: string }[]

/** Everything that can be taken away, with how much of it there is. */
export function ExportsPage() {
  const { wave } = useWave()
  const exports = useResource(wave.id, () => getExports(wave.id))
  return (
    <article>
      <PageHeading title="Xuất dữ liệu" />
      <p class="quiet small">Tệp CSV, mã UTF-8, mở được bằng Excel, R, Stata, SPSS.</p>
      <Loaded resource={exports}>{(counts) => <ExportTable wave={wave.id} counts={counts} />}</Loaded>
      <p class="note small">
        <strong>Gộp nhóm trước khi xuất.</strong> Khi một tổ hợp loại hình, ngành, quy mô, tuổi, địa bàn có
        dưới 5 doanh nghiệp, các cột này bị để trống dần từ cột cuối cho đến khi mỗi tổ hợp có ít nhất 5. Vì
        vậy tệp phiếu trả lời có thể ít chi tiết hơn dữ liệu dùng để ước lượng.
      </p>
    </article>
  )
}

function ExportTable({ wave, counts }: { wave: string; counts: ExportsView }) {
  return (
    <table class="figures stacking" role="table">
      <caption class="visually-hidden">Các tệp xuất được</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">
            Tệp
          </th>
          <th role="columnheader" scope="col" class="number">
            Số dòng
          </th>
          <th role="columnheader" scope="col">
            <span class="visually-hidden">Tải về</span>
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {FILES.map(({ file, name, holds }) => (
          <tr role="row" key={file}>
            <th role="rowheader" scope="row" class="name">
              {name} <span class="agency">{holds}</span>
            </th>
            <td role="cell" class="number" data-label="Số dòng">
              {countText(counts[file])}
            </td>
            <td role="cell" class="download">
              {counts[file] === 0 ? (
                <span class="quiet">chưa có gì để tải</span>
              ) : (
                <a class="button button-quiet" href={exportAddress(wave, file)} download>
                  Tải {file}.csv
                </a>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
