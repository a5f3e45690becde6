import {
  type DefinitionError,
  definitionError,
  type Path,
  type ScaleLinkErrorCode,
} from './definition-error.ts'
import { duplicatedCodes } from './duplicated-codes.ts'
import type { Edition } from './edition-schema.ts'
import type { BaselineWave, PastPairs, ScaleProfile } from './scale-link-schema.ts'

type ScaleLinkError = DefinitionError<ScaleLinkErrorCode>

/** Fewer sub-indices than this say nothing about how far sub-indices differ. */
const FEWEST_SUB_INDICES = 3

/** Everything wrong with a baseline wave that its schema cannot see. */
export function validateBaselineWave(wave: BaselineWave, edition: Edition): readonly ScaleLinkError[] {
  const placed = wave.subIndices.map((one, index) => ({ ...one, path: ['subIndices', index] }))
  return [
    ...anotherEdition(wave, edition),
    ...duplicatedCodes(
      placed.map(({ subIndex, path }) => ({ code: subIndex, path: [...path, 'subIndex'] })),
      'duplicate-sub-index',
    ),
    ...placed.flatMap((one) => scoreErrors(one, edition)),
  ]
}

/** Everything wrong with past pairs that their schema cannot see. */
export function validatePastPairs(
  { pairs, ...file }: PastPairs,
  edition: Edition,
): readonly ScaleLinkError[] {
  const placed = pairs.map((pair, index) => ({ ...pair, path: ['pairs', index] }))
  const known = new Set(pairs.map(({ subIndex }) => subIndex)).size
  return [
    ...anotherEdition(file, edition),
    ...duplicatedCodes(
      placed.map(({ subIndex, year, path }) => ({ code: `${subIndex} ${year}`, path })),
      'duplicate-pair',
    ),
    ...placed.flatMap((pair) => scoreErrors(pair, edition)),
    ...(known < FEWEST_SUB_INDICES
      ? [
          definitionError(
            'too-few-pairs',
            ['pairs'],
            `${known} sub-indices, at least ${FEWEST_SUB_INDICES} needed`,
          ),
        ]
      : []),
  ]
}

/** Everything wrong with a profile that its schema cannot see. */
export function validateScaleProfile(profile: ScaleProfile, edition: Edition): readonly ScaleLinkError[] {
  const placed = profile.indicators.map((one, index) => ({ ...one, path: ['indicators', index] }))
  const codes = new Set(edition.indicators.map(({ id }) => id))
  return [
    ...anotherEdition(profile, edition),
    ...duplicatedCodes(
      placed.map(({ indicator, path }) => ({ code: indicator, path: [...path, 'indicator'] })),
      'duplicate-indicator',
    ),
    ...placed.flatMap(({ indicator, path }) =>
      codes.has(indicator)
        ? []
        : [definitionError('unknown-indicator', [...path, 'indicator'], `the edition has no ${indicator}`)],
    ),
    ...placed.flatMap((one) => orderErrors(one)),
    ...placed.flatMap(({ since, path }) =>
      since !== undefined && since > profile.year
        ? [definitionError('since-after-profile', [...path, 'since'], `the profile is of ${profile.year}`)]
        : [],
    ),
  ]
}

function anotherEdition(file: { readonly edition: string }, edition: Edition): readonly ScaleLinkError[] {
  if (edition.id === undefined || edition.id === file.edition) return []
  return [definitionError('another-edition', ['edition'], `the wave's edition is ${edition.id}`)]
}

interface PlacedScores {
  readonly subIndex: string
  readonly own: { readonly score: number }
  readonly official: number
  readonly path: Path
}

function scoreErrors(
  { subIndex, own, official, path }: PlacedScores,
  edition: Edition,
): readonly ScaleLinkError[] {
  const [lowest, highest] = edition.scale
  const isOnScale = (score: number): boolean => score >= lowest && score <= highest
  return [
    ...(edition.subIndices.some(({ code }) => code === subIndex)
      ? []
      : [definitionError('unknown-sub-index', [...path, 'subIndex'], `the edition has no ${subIndex}`)]),
    ...(isOnScale(official)
      ? []
      : [definitionError('score-out-of-scale', [...path, 'official'], `${lowest} to ${highest}`)]),
    ...(isOnScale(own.score)
      ? []
      : [definitionError('score-out-of-scale', [...path, 'own', 'score'], `${lowest} to ${highest}`)]),
  ]
}

interface PlacedRange {
  readonly value?: number | undefined
  readonly min: number
  readonly median?: number | undefined
  readonly max: number
  readonly path: Path
}

function orderErrors({ value, min, median, max, path }: PlacedRange): readonly ScaleLinkError[] {
  if (!(min < max)) return [definitionError('range-reversed', [...path, 'max'], `not above ${min}`)]
  return (
    [
      ['value', value],
      ['median', median],
    ] as const
  ).flatMap(([name, number]) =>
    number === undefined || (number >= min && number <= max)
      ? []
      : [definitionError('out-of-range', [...path, name], `${min} to ${max}`)],
  )
}
