import { type DefinitionError, definitionError, type Path } from './definition-error.ts'
import { placedItems } from './placed-items.ts'
import { type Option, type Questionnaire, RESERVED_CODES } from './questionnaire-schema.ts'
import { duplicatedCodes } from './duplicated-codes.ts'

/** Codes stand once: sections and items in the whole questionnaire, options in their list. */
export function validateCodes(questionnaire: Questionnaire): readonly DefinitionError[] {
  const items = placedItems(questionnaire)
  return [
    ...duplicatedCodes(
      questionnaire.sections.map(({ code }, index) => ({ code, path: ['sections', index, 'code'] })),
      'duplicate-section-code',
    ),
    ...duplicatedCodes(
      items.map(({ item, path }) => ({ code: item.code, path: [...path, 'code'] })),
      'duplicate-item-code',
    ),
    ...items.flatMap(({ item, path }) =>
      'options' in item && item.options ? optionErrors(item.options, [...path, 'options']) : [],
    ),
    ...Object.entries(questionnaire.scales).flatMap(([scale, options]) =>
      optionErrors(options, ['scales', scale]),
    ),
  ]
}

function optionErrors(options: readonly Option[], path: Path): readonly DefinitionError[] {
  const placed = options.map(({ code }, index) => ({ code, path: [...path, index, 'code'] }))
  const reserved = new Set<string>(RESERVED_CODES)
  return [
    ...duplicatedCodes(placed, 'duplicate-option-code'),
    ...placed
      .filter(({ code }) => reserved.has(code))
      .map(({ code, path: place }) =>
        definitionError('reserved-option-code', place, `${code} stands for a missing answer`),
      ),
  ]
}
