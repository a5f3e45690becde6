import {
  type DefinitionError,
  definitionError,
  type EditionErrorCode,
  type Path,
} from './definition-error.ts'
import type { Edition } from './edition-schema.ts'
import { duplicatedCodes } from './duplicated-codes.ts'

type EditionError = DefinitionError<EditionErrorCode>

/** Scores renormalise weights, so that a rounded share does no harm to them. */
const TO_COMPUTE = 1e-3

/** What is published says its weights in full. */
const TO_PUBLISH = 1e-6

/** Everything that would make an edition's scores wrong; nothing when it is sound. */
export function validateEdition(edition: Edition): readonly EditionError[] {
  return [
    ...duplicatedCodes(
      edition.subIndices.map(({ code }, index) => ({ code, path: ['subIndices', index, 'code'] })),
      'duplicate-sub-index-code',
    ),
    ...duplicatedCodes(
      edition.indicators.map(({ id }, index) => ({ code: id, path: ['indicators', index, 'id'] })),
      'duplicate-indicator-id',
    ),
    ...edition.indicators.flatMap((_, index) => indicatorErrors(edition, index)),
    ...edition.subIndices.flatMap((_, index) => emptySubIndexErrors(edition, index)),
    ...edition.compositeWeights.flatMap((_, index) => compositeErrors(edition, index)),
    ...totalErrors(edition, TO_COMPUTE),
  ]
}

/** What an edition lacks to be published, although scores can be computed from it. */
export function validateForPublishing(edition: Edition): readonly EditionError[] {
  const unnamed = (['subIndices', 'indicators'] as const).flatMap((member) =>
    edition[member].flatMap(({ name }, index) => (name.vi?.trim() ? [] : [[member, index, 'name', 'vi']])),
  )
  return [
    ...(edition.id === undefined
      ? [definitionError('missing-edition-id', ['id'], 'plans and questionnaires name it by its id')]
      : []),
    ...unnamed.map((path) => definitionError('missing-vietnamese-text', path, 'it has no Vietnamese name')),
    ...totalErrors(edition, TO_PUBLISH),
  ]
}

function indicatorErrors(edition: Edition, index: number): readonly EditionError[] {
  const indicator = edition.indicators[index]
  if (!indicator) return []
  const { anchor, source, statistic, subIndex } = indicator
  const path: Path = ['indicators', index]
  const errors: EditionError[] = []
  if (!edition.subIndices.some(({ code }) => code === subIndex)) {
    errors.push(definitionError('unknown-sub-index', [...path, 'subIndex'], `there is no ${subIndex}`))
  }
  if (anchor.min >= anchor.max) {
    errors.push(definitionError('anchors-reversed', [...path, 'anchor'], 'max must be above min'))
  }
  if ((source === 'hard') !== (statistic === 'hard')) {
    const message = 'hard data have the statistic hard, and nothing else has'
    errors.push(definitionError('source-and-statistic-disagree', [...path, 'statistic'], message))
  }
  return errors
}

function emptySubIndexErrors(edition: Edition, index: number): readonly EditionError[] {
  const code = edition.subIndices[index]?.code
  if (edition.indicators.some(({ subIndex }) => subIndex === code)) return []
  const path: Path = ['subIndices', index]
  return [definitionError('sub-index-without-indicator', path, `no indicator measures ${code}`)]
}

/** Weights that do not add to 1, or 100 percent, within a tolerance for a total of 1. */
function totalErrors(
  { subIndices, indicators, compositeWeights }: Edition,
  tolerance: number,
): readonly EditionError[] {
  const ofSubIndices = subIndices.flatMap(({ code }, index) => {
    const own = indicators.filter(({ subIndex }) => subIndex === code)
    const total = own.reduce((sum, { weight }) => sum + weight, 0)
    if (own.length === 0 || Math.abs(total - 1) <= tolerance) return []
    const message = `the weights of ${code} add to ${total}`
    return [definitionError('sub-index-weights-not-1', ['subIndices', index], message)]
  })
  const ofComposites = compositeWeights.flatMap(({ percent }, index) => {
    const total = Object.values(percent).reduce((sum, weight) => sum + weight, 0)
    if (Math.abs(total / 100 - 1) <= tolerance) return []
    const path = ['compositeWeights', index, 'percent']
    return [definitionError('composite-weights-not-100', path, `they add to ${total}`)]
  })
  return [...ofSubIndices, ...ofComposites]
}

function compositeErrors(edition: Edition, index: number): readonly EditionError[] {
  const weights = edition.compositeWeights[index]
  if (!weights) return []
  const { percent, years } = weights
  const path: Path = ['compositeWeights', index]
  const codes = edition.subIndices.map(({ code }) => code)
  const overlaps = edition.compositeWeights
    .slice(0, index)
    .some((other) => years[0] <= other.years[1] && other.years[0] <= years[1])
  return [
    ...Object.keys(percent)
      .filter((code) => !codes.includes(code))
      .map((code) => definitionError('unknown-sub-index', [...path, 'percent', code], `there is no ${code}`)),
    ...codes
      .filter((code) => !Object.hasOwn(percent, code))
      .map((code) =>
        definitionError('composite-weight-missing', [...path, 'percent'], `${code} has no weight`),
      ),
    ...(overlaps || years[0] > years[1]
      ? [definitionError('composite-years-overlap', [...path, 'years'], 'each year has one set of weights')]
      : []),
  ]
}
