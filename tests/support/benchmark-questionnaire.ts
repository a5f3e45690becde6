import type { z } from 'zod'
import { Questionnaire } from '../../survey-definitions/questionnaire-schema.ts'
import full from '../../survey-definitions/questionnaires/pci-full.json' with { type: 'json' }

const ITEMS = 120
const SECTIONS = 6

type Written = z.input<typeof Questionnaire>

/**
 * What respondents' pages are measured with: 120 questions in six sections, in Vietnamese. The
 * questions are those of the full questionnaire, made up to 120 by asking after three more offices.
 */
export function benchmarkQuestionnaire(): Questionnaire {
  const { $schema: _schema, ...written } = full as unknown as Written
  const asked = written.sections.flatMap(({ items }) => items)
  const items = [...asked, ...more(ITEMS - asked.length)].slice(0, ITEMS)
  const size = ITEMS / SECTIONS
  return Questionnaire.parse({
    ...onlyVietnamese(written),
    id: 'benchmark',
    languages: ['vi'],
    complete: false,
    sections: Array.from({ length: SECTIONS }, (_none, place) => ({
      code: `part-${place + 1}`,
      title: onlyVietnamese(written.sections[place]?.title),
      items: items.slice(place * size, (place + 1) * size).map(onlyVietnamese),
    })),
  })
}

function more(count: number): Written['sections'][number]['items'] {
  const offices = ['thuế', 'hải quan', 'bảo hiểm xã hội']
  return offices.slice(0, count).map((office, place) => ({
    kind: 'scale',
    code: `office-${place + 1}`,
    text: { vi: `Làm việc với cơ quan ${office} dễ hay khó?` },
    low: { vi: 'Rất khó' },
    high: { vi: 'Rất dễ' },
  }))
}

function onlyVietnamese<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value), (_key, member: unknown) =>
    typeof member === 'object' && member !== null && 'vi' in member ? { vi: member.vi } : member,
  ) as Value
}
