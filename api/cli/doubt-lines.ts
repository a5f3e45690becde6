import type { CarelessEffect } from '../../analysis/careless/careless-effect.ts'
import type { Estimation } from '../../analysis/estimation.ts'

/**
 * What is said of the answers themselves beside the table: replicates that could not be weighted,
 * what careless answering does to the composite, items that go against their scale.
 */
export function doubtLines({ bootstrap, careless, reliability }: Estimation): readonly string[] {
  const unmet = bootstrap?.unmet ?? 0
  return [
    ...(unmet > 0 ? [`${unmet} of ${bootstrap?.replicates} replicates could not meet the margins`] : []),
    ...(careless ? carelessLine(careless) : []),
    ...reliability.flatMap(({ section, scale, reversed }) =>
      reversed.length > 0
        ? [`${section} (${scale}): answered against the others: ${reversed.join(', ')}`]
        : [],
    ),
  ]
}

function carelessLine(careless: CarelessEffect): readonly string[] {
  if (careless.status === 'too-few') return []
  if (careless.status === 'too-many') {
    return [`careless answers are not looked for above ${careless.mostFirms} firms`]
  }
  const { flagged, composite } = careless
  const counted = `${flagged} firms flagged for careless answers`
  if (!composite) return [counted]
  const [all, without, less] = [composite.with, composite.without, composite.downWeighted].map((score) =>
    score === null ? 'none' : score.toFixed(2),
  )
  return [`${counted}: composite ${all} with them, ${without} without, ${less} with them counted less`]
}
