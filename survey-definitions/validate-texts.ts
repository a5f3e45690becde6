import { type DefinitionError, definitionError, type Path } from './definition-error.ts'
import type { Questionnaire } from './questionnaire-schema.ts'

/** Every text people read is there in every language the questionnaire claims, in NFC. */
export function validateTexts(questionnaire: Questionnaire): readonly DefinitionError[] {
  const errors = textErrors(questionnaire, [], questionnaire.languages)
  if (questionnaire.languages.includes('vi')) return errors
  const message = 'Vietnamese must be one of the languages'
  return [definitionError('missing-text-in-language', ['languages'], message), ...errors]
}

function textErrors(value: unknown, path: Path, languages: readonly string[]): readonly DefinitionError[] {
  if (typeof value !== 'object' || value === null) return []
  const members = Object.entries(value)
  if (!('vi' in value)) {
    return members.flatMap(([name, member]) => textErrors(member, [...path, placeIn(value, name)], languages))
  }
  const missing = languages
    .filter((language) => !members.some(([name]) => name === language))
    .map((language) =>
      definitionError('missing-text-in-language', path, `the text has no translation into "${language}"`),
    )
  const decomposed = members
    .filter(([, text]) => typeof text === 'string' && text.normalize('NFC') !== text)
    .map(([language]) =>
      definitionError('text-not-composed', [...path, language], 'letters and marks must be composed (NFC)'),
    )
  return [...missing, ...decomposed]
}

function placeIn(value: object, name: string): string | number {
  return Array.isArray(value) ? Number(name) : name
}
