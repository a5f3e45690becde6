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
      'Giá trị, điểm, sai số, khoảng tin cậy, mục tiêu, xác suất và nhận định của từng chỉ tiêu, chỉ số thành phần và điểm tổng hợp; tỷ lệ ước lượng từ câu hỏi gián tiếp, nếu phiếu có.',
  },
  {
    file: 'codebook',
    name: 'Bảng mã',
    holds: 'Mỗi mã câu hỏi và mã phương án trong tệp phiếu trả lời nghĩa là gì, dùng cho chỉ tiêu nào.',
  },
  {
    file: 'texts',
    name: 'Ý kiến tự viết',
    holds: 'Các câu trả lời bằng lời, trộn riêng: không nối được với phiếu trả lời nào.',
  },
] as const satisfies readonly { file: keyof ExportsView; name: string; holds: string }[]

/** Everything that can be taken away, with how much of it there is. */
export function ExportsPage() {
  const { wave } = useWave()
  const exports = useResource(wave.id, () => getExports(wave.id))
  return (
    <article>
      <PageHeading title="Tải dữ liệu về" />
      <p class="quiet small">Tệp CSV, mã UTF-8, mở được bằng Excel, R, Stata, SPSS.</p>
      <Loaded resource={exports}>
        {(counts) => (
          <>
            <ExportTable wave={wave.id} counts={counts} />
            <CoarseningNote counts={counts} />
          </>
        )}
      </Loaded>
    </article>
  )
}

/** What the file of responses leaves out of the profiles, and of how many firms. */
function CoarseningNote({ counts: { coarsened, responses } }: { counts: ExportsView }) {
  return (
    <p class="note small">
      <strong>Bớt chi tiết để không lộ doanh nghiệp.</strong> Khi một tổ hợp loại hình, ngành, quy mô, tuổi,
      địa bàn có dưới 5 doanh nghiệp, các cột này bị để trống dần từ cột cuối cho đến khi mỗi tổ hợp có ít
      nhất 5. {responses > 0 && coarsenedWords(coarsened, responses)} Ước lượng vẫn dùng dữ liệu đầy đủ.
    </p>
  )
}

function coarsenedWords(coarsened: number, responses: number): string {
  if (coarsened === 0) return 'Hiện không phiếu nào phải bớt.'
  return `Hiện phải bớt ở ${countText(coarsened)} trong ${countText(responses)} phiếu.`
}

function ExportTable({ wave, counts }: { wave: string; counts: ExportsView }) {
  return (
    <table class="figures stacking" role="table">
      <caption class="visually-hidden">Các tệp tải được</caption>
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
