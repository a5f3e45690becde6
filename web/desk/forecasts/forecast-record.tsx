import type { ProvinceForecastsView } from '../../../api/views.ts'
import { Facts } from '../facts.tsx'
import { changeText, countText, decimalText, percentText, scoreText } from '../vietnamese-numbers.ts'

/** How all forecasts that can be scored did, and what the three measures say. */
export function ForecastRecord({ forecasts: { province, all } }: { forecasts: ProvinceForecastsView }) {
  if (!all) return null
  const id = `record-${province.code}`
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>Các dự báo đã đúng đến đâu</h2>
      <Facts
        facts={[
          { name: 'Dự báo đã chấm', text: countText(all.forecasts) },
          { name: 'Sai lệch trung bình', text: `${changeText(all.bias)} điểm` },
          { name: 'Độ lớn sai lệch (RMSE)', text: `${scoreText(all.rootMeanSquare)} điểm` },
          {
            name: 'Điểm công bố trong khoảng',
            text: `${percentText(all.coverage)} (mong đợi ${percentText(all.confidence)})`,
          },
          {
            name: 'Điểm Brier',
            text: brierText(all),
          },
        ]}
      />
      <ul class="small">
        <li>
          <strong>Sai lệch</strong> là điểm dự báo trừ điểm công bố: số dương nghĩa là đã dự báo cao hơn thực
          tế, số âm là thấp hơn.
        </li>
        <li>
          <strong>Trong khoảng</strong> là điểm công bố nằm trong khoảng dự báo: khoảng{' '}
          {percentText(all.confidence)} đáng tin thì cứ 100 lần phải có chừng{' '}
          {countText(Math.round(all.confidence * 100))} lần như vậy.
        </li>
        <li>
          <strong>Điểm Brier</strong> là bình phương chênh lệch giữa xác suất đã nói và kết quả (đạt là 1,
          không đạt là 0), nên 0 là tốt nhất và 0,25 là như lần nào cũng nói năm ăn năm thua.
        </li>
      </ul>
      <p class="small quiet">
        Các chỉ số của cùng một năm thường lệch cùng chiều: mười dự báo của một năm nói được ít hơn mười dự
        báo của mười năm.
      </p>
    </section>
  )
}

/** Beside that of one who says each time the share that was met; where all were or none, that is no feat. */
function brierText({ brier, brierOfShare }: NonNullable<ProvinceForecastsView['all']>): string {
  const own = decimalText(brier, 2)
  if (brierOfShare === 0) return own
  return `${own} (luôn nói đúng tỷ lệ đạt chung: ${decimalText(brierOfShare, 2)})`
}
