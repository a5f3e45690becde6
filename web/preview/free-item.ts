import type { Survey } from '../../survey-definitions/respondent/survey.ts'

type PageQuestionnaire = Survey['questionnaire']

/**
 * A questionnaire in which one item is asked whatever the answers are. A section that is passed by
 * is opened for this item alone.
 *
 * @example
 * freeItem(questionnaire, 'q2-02', []).sections[1].items.length // => 1
 */
export function freeItem(
  questionnaire: PageQuestionnaire,
  code: string,
  sectionsOnPath: readonly string[],
): PageQuestionnaire {
  return {
    ...questionnaire,
    sections: questionnaire.sections.map((section) => {
      const { showIf: _rule, ...asked } = section
      const item = section.items.find((one) => one.code === code)
      if (!item) return section
      const free = withoutRule(item)
      if (!sectionsOnPath.includes(section.code)) return { ...asked, items: [free] }
      return { ...asked, items: section.items.map((one) => (one === item ? free : one)) }
    }),
  }
}

function withoutRule<Ruled extends object>(ruled: Ruled): Ruled {
  return { ...ruled, showIf: undefined }
}
