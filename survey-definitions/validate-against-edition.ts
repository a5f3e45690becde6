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
  return [...validateFeeds(questionnaire, edition), ...gapErrors(questionnaire, edition)]
}

/** Every item that counts for an indicator counts it as the edition does; each error names item and indicator. */
export function validateFeeds(questionnaire: Questionnaire, edition: Edition): readonly DefinitionError[] {
  const indicators = new Map(edition.indicators.map((indicator) => [indicator.id, indicator]))
  return placedCountings(questionnaire).flatMap(({ item, counting, path }): readonly DefinitionError[] => {
    const indicator = indicators.get(counting.indicator)
    if (!indicator) {
      return [
        definitionError(
          'unknown-indicator',
          path,
          `item ${item.code}: the edition has no indicator ${counting.indicator}`,
        ),
      ]
    }
    if (indicator.source === 'hard') {
      const message = `item ${item.code}: ${indicator.id} does not come from firms`
      return [definitionError('hard-indicator-counted', path, message)]
    }
    if (indicator.statistic === counting.as) return []
    const message = `item ${item.code}: ${indicator.id} is a ${indicator.statistic}, not a ${counting.as}`
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
