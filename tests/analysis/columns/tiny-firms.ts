import fc from 'fast-check'
import type { ReleasedResponse } from '../../../analysis/sample.ts'
import type { Margin } from '../../../analysis/weighting/margin.ts'

const answered = <Value>(value: fc.Arbitrary<Value>, missing: 'refused' | 'blank' = 'refused') =>
  fc.oneof({ weight: 7, arbitrary: value }, { weight: 1, arbitrary: fc.constant(missing) })

/** One firm that answers the tiny survey in any way, or not. */
const firm: fc.Arbitrary<ReleasedResponse> = fc
  .record({
    size: answered(fc.constantFrom('small', 'medium', 'large')),
    sector: answered(fc.constantFrom('trade', 'industry')),
    fair: answered(fc.constantFrom('agree', 'disagree', 'no-dealings')),
    wait: answered(fc.constantFrom('week', 'month', 'quarter'), 'blank'),
    obstacles: answered(fc.constantFrom(['slow'], ['costly'], ['slow', 'costly'], ['none'])),
    days: answered(fc.integer({ min: 0, max: 12 })),
    visits: answered(fc.integer({ min: 0, max: 9 })),
    access: answered(fc.integer({ min: 1, max: 5 })),
    cost: answered(fc.integer({ min: 0, max: 1000 }).map((tenths) => tenths / 10)),
  })
  .map((answers) => ({ channel: 'slip', answers }))

export const firms = fc.array(firm, { minLength: 12, maxLength: 60 })

const count = fc.integer({ min: 1, max: 30 })

/** None, one or two margins; a level may be unnamed or have nobody in the population. */
export const margins: fc.Arbitrary<readonly Margin[]> = fc
  .tuple(
    fc.oneof(
      fc.record({ small: count, medium: count, large: count }),
      fc.record({ small: count, medium: count, large: fc.constant(0) }),
      fc.record({ small: count, medium: count }),
    ),
    fc.record({ trade: count, industry: count }),
    fc.integer({ min: 0, max: 2 }),
  )
  .map(([bySize, bySector, many]) =>
    [
      { item: 'size', counts: bySize },
      { item: 'sector', counts: bySector },
    ].slice(0, many),
  )
