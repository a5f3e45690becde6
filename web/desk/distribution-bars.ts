import type { ItemDistribution } from '../../analysis/estimation.ts'
import type { AnswerableItem, Questionnaire } from '../../survey-definitions/questionnaire-schema.ts'
import { optionsOf } from '../../survey-definitions/routing-path.ts'
import { decimalText } from './vietnamese-numbers.ts'

/** One bar of a distribution: its words, how many firms, which share of those who answered. */
export interface DistributionBar {
  readonly key: string
  readonly label: string
  readonly count: number
  readonly share: number
  /** Whether it counts for the indicator one came from, or takes the firm out of its base. */
  readonly kind: 'counted' | 'plain' | 'outside-base'
}

interface Asked {
  readonly questionnaire: Questionnaire
  readonly item: AnswerableItem
  readonly indicator: string
}

/** The bars of a question's answers, in the order the question gives them. */
export function distributionBars(asked: Asked, distribution: ItemDistribution): readonly DistributionBar[] {
  const shareOf = (count: number) => (distribution.answered === 0 ? 0 : count / distribution.answered)
  if ('options' in distribution) {
    const counting = asked.item.indicators.find(({ indicator }) => indicator === asked.indicator)
    const isCounted = (code: string) => counting?.options?.includes(code) ?? false
    const counts = new Map(distribution.options.map(({ code, count }) => [code, count]))
    return optionsOf(asked.questionnaire, asked.item).map(({ code, label, role }) => {
      const count = counts.get(code) ?? 0
      return {
        key: code,
        label: label.vi,
        count,
        share: shareOf(count),
        kind: role === 'outside-base' ? 'outside-base' : isCounted(code) ? 'counted' : 'plain',
      }
    })
  }
  const bins = asked.item.kind === 'scale' ? scalePoints(distribution) : (distribution.numbers?.bins ?? [])
  return bins.map(({ from, count }, index) => ({
    key: String(from),
    label: asked.item.kind === 'scale' ? pointLabel(asked.item, from) : binLabel(asked.item, bins, index),
    count,
    share: shareOf(count),
    kind: 'plain' as const,
  }))
}

/** All five points of a 1-5 scale, those nobody chose too. */
function scalePoints(distribution: Extract<ItemDistribution, { numbers: unknown }>) {
  const counts = new Map(distribution.numbers?.bins.map(({ from, count }) => [from, count]))
  return [1, 2, 3, 4, 5].map((point) => ({ from: point, to: point + 1, count: counts.get(point) ?? 0 }))
}

function pointLabel({ low, high }: Extract<AnswerableItem, { kind: 'scale' }>, point: number): string {
  if (point === 1) return `1 – ${low.vi}`
  return point === 5 ? `5 – ${high.vi}` : String(point)
}

type Bins = NonNullable<Extract<ItemDistribution, { numbers: unknown }>['numbers']>['bins']

/** Nobody's least and greatest number is shown: the outer bins hold all that lies beyond them too. */
function binLabel(item: AnswerableItem, bins: Bins, index: number): string {
  const { from, to } = bins[index] ?? { from: 0, to: 0 }
  const isWhole = item.kind === 'integer'
  const last = decimalText(isWhole ? to - 1 : to, 0)
  if (bins.length === 1) return 'mọi giá trị'
  if (index === 0) return isWhole ? `đến ${last}` : `dưới ${last}`
  if (index === bins.length - 1) return `từ ${decimalText(from, 0)}`
  if (!isWhole) return `${decimalText(from, 0)} đến dưới ${last}`
  return to - from === 1 ? decimalText(from, 0) : `${decimalText(from, 0)}–${last}`
}
