import type { Questionnaire } from '../../survey-definitions/questionnaire-schema.ts'

/** Whether anything it asks could be held against the firm or the office. */
export function isSensitive({ sections }: Questionnaire): boolean {
  return sections.some(
    ({ sensitive, items }) => sensitive || items.some((item) => item.kind !== 'note' && item.sensitive),
  )
}

/** The codes of the items that are sensitive, by themselves or by their section. */
export function sensitiveItems({ sections }: Questionnaire): ReadonlySet<string> {
  return new Set(
    sections.flatMap(({ sensitive, items }) =>
      items
        .filter((item) => item.kind !== 'note' && (sensitive || item.sensitive))
        .map(({ code }) => code),
    ),
  )
}
