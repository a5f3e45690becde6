import { type DefinitionError, definitionError } from './definition-error.ts'
import type { Edition } from './edition-schema.ts'
import type { Questionnaire } from './questionnaire-schema.ts'
import { placedCountings } from './validate-counting.ts'

/** The questionnaire feeds indicators that its edition has, in the way the edition measures them. */
export function validateAgainstEdition(
  questionnaire: Questionnaire,
  edition: Edition,
): readonly DefinitionError[] {
  if (edition.id !== undefined && edition.id !== questionnaire.edition) {
    return [definitionError('another-edition', ['edition'], `it is made for ${questionnaire.edition}`)]
  }
  return [...feedErrors(questionnaire, edition), ...gapErrors(questionnaire, edition)]
}

function feedErrors(questionnaire: Questionnaire, edition: Edition): readonly DefinitionError[] {
  const indicators = new Map(edition.indicators.map((indicator) => [indicator.id, indicator]))
  return placedCountings(questionnaire).flatMap(({ counting, path }): readonly DefinitionError[] => {
    const indicator = indicators.get(counting.indicator)
    if (!indicator) {
      return [
        definitionError('unknown-indicator', path, `the edition has no indicator ${counting.indicator}`),
      ]
    }
    if (indicator.source === 'hard') {
      return [definitionError('hard-indicator-counted', path, `${indicator.id} does not come from firms`)]
    }
    if (indicator.statistic === counting.as) return []
    const message = `${indicator.id} is a ${indicator.statistic}, not a ${counting.as}`
    return [definitionError('indicator-of-another-kind', path, message)]
  })
}

function gapErrors(questionnaire: Questionnaire, edition: Edition): readonly DefinitionError[] {
  if (!questionnaire.complete) return []
  const fed = new Set(placedCountings(questionnaire).map(({ counting }) => counting.indicator))
  return edition.indicators
    .filter(({ id, source }) => source === 'survey' && !fed.has(id))
    .map(({ id }) => definitionError('indicator-without-item', ['complete'], `no item feeds indicator ${id}`))
}
