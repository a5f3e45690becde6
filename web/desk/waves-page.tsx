import type { WaveView } from '../../api/views.ts'
import { getWaves } from './api-client.ts'
import { Loaded } from './loaded.tsx'
import { byNewest } from './newest-wave.ts'
import { PageHeading } from './page-heading.tsx'
import { useResource } from './use-resource.ts'
import { countText } from './vietnamese-numbers.ts'
import { stateSince, stateWord, waitingWords } from './wave-words.ts'

/** Every wave of the installation. */
export function WavesPage() {
  const waves = useResource('waves', getWaves)
  return (
    <article>
      <PageHeading title="Các đợt khảo sát" />
      <Loaded resource={waves}>
        {(list) => (list.length === 0 ? <NoWave /> : <WaveList waves={list} />)}
      </Loaded>
      <p class="actions">
        <a class="button" href="/desk/waves/new">
          Tạo đợt mới
        </a>
        <a class="button button-quiet" href="/desk/preview">
          Xem thử phiếu
        </a>
      </p>
    </article>
  )
}

function NoWave() {
  return (
    <p>
      Chưa có đợt khảo sát nào. Một đợt là một lần hỏi doanh nghiệp bằng một phiếu, cho một kế hoạch. Tạo đợt
      mới, in mã QR, rồi mở đợt để nhận phiếu.
    </p>
  )
}

function WaveList({ waves }: { waves: readonly WaveView[] }) {
  return (
    <table class="figures stacking" role="table">
      <caption class="visually-hidden">Các đợt khảo sát</caption>
      <thead role="rowgroup">
        <tr role="row">
          {['Đợt', 'Trạng thái'].map((head) => (
            <th role="columnheader" scope="col" key={head}>
              {head}
            </th>
          ))}
          {['Đã tổng hợp', 'Đang chờ', 'Đường dẫn'].map((head) => (
            <th role="columnheader" scope="col" class="number" key={head}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {byNewest(waves).map((wave) => (
          <tr role="row" key={wave.id}>
            <th role="rowheader" scope="row" class="name">
              <a href={`/desk/waves/${wave.id}`}>{wave.title}</a>
              {wave.demo && <span class="agency">dữ liệu mô phỏng</span>}
            </th>
            <td role="cell" data-label="Trạng thái">
              {stateWord(wave)} <span class="agency">{stateSince(wave)}</span>
            </td>
            <td role="cell" class="number" data-label="Đã tổng hợp">
              {countText(wave.released)}
            </td>
            <td role="cell" class="number" data-label="Đang chờ">
              {waitingWords(wave)}
            </td>
            <td role="cell" class="number" data-label="Đường dẫn">
              {countText(wave.links)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
