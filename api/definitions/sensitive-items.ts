import type { Questionnaire } from '../../survey-definitions/questionnaire-schema.ts'

/** The items that ask what could be held against the firm or the office, by themselves or by their section. */
export function sensitiveItems({ sections }: Questionnaire): ReadonlySet<string> {
  return new Set(
    sections.flatMap(({ sensitive, items }) =>
      items.filter((item) => item.kind !== 'note' && (sensitive || item.sensitive)).map(({ code }) => code),
    ),
  )
}
