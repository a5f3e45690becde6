import type { Indicator } from '../../survey-definitions/edition-schema.ts'
import { type ValueUnit, valueText } from './indicator-value.ts'

/** Which values are worth 1 and 10 points, and how that is known. */
export function AnchorsNote({ indicator, unit }: { indicator: Indicator; unit: ValueUnit }) {
  const { min, max, basis } = indicator.anchor
  const [worst, best] = indicator.direction === 'higher-is-better' ? [min, max] : [max, min]
  return (
    <section class="small" aria-labelledby="anchors">
      <h2 id="anchors">Thang điểm</h2>
      <p>
        {valueText(worst, unit)} ứng với 1 điểm, {valueText(best, unit)} ứng với 10 điểm; giữa hai mức, điểm
        tăng đều.{' '}
        {basis.startsWith('observed')
          ? 'Hai mức này là giá trị thấp nhất và cao nhất đã công bố; nếu giá trị của tỉnh vượt ra ngoài, mức được mở rộng tới đó.'
          : 'Khoảng cách giữa hai mức đã biết, vị trí được tính lại từ điểm công bố; mức không được mở rộng.'}
      </p>
    </section>
  )
}
