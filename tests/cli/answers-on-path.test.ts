import { expect, it } from 'vitest'
import { pathOf } from '../../api/csv/answers-on-path.ts'
import { Questionnaire } from '../../survey-definitions/questionnaire-schema.ts'
import { TINY } from '../analysis/tiny-survey.ts'

const on = pathOf(TINY)

it('keeps what a firm was asked and counts what it was not', () => {
  expect(on({ fair: 'agree', wait: 'month' })).toEqual({
    answers: { fair: 'agree', wait: 'month' },
    offPath: 0,
  })
  expect(on({ fair: 'disagree', wait: 'month' })).toEqual({
    answers: { fair: 'disagree', wait: 'not-asked' },
    offPath: 1,
  })
  expect(on({ fair: 'refused', wait: 'dont-know' }).offPath).toBe(1)
})

it('does not count silence', () => {
  for (const wait of ['not-asked', 'blank'] as const)
    expect(on({ fair: 'blank', wait })).toEqual({ answers: { fair: 'blank', wait: 'not-asked' }, offPath: 0 })
})

it('keeps answers whose rule looks at a profile that was blanked, and what follows from them', () => {
  const sections = TINY.sections.map((section) => ({
    ...section,
    items: section.items.map((item) =>
      item.code === 'fair' ? { ...item, showIf: { is: ['size', 'large'] } } : item,
    ),
  }))
  const routed = pathOf(Questionnaire.parse({ ...TINY, sections }))
  const answers = { fair: 'agree', wait: 'month' }
  expect(routed({ size: 'blank', ...answers })).toMatchObject({ answers, offPath: 0 })
  expect(routed({ size: 'small', ...answers })).toMatchObject({
    answers: { fair: 'not-asked', wait: 'not-asked' },
    offPath: 2,
  })
})
