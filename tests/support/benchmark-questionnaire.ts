import { Questionnaire, type Section } from '../../survey-definitions/questionnaire-schema.ts'
import full from '../../survey-definitions/questionnaires/pci-full.json' with { type: 'json' }
import { itemsOf } from '../../survey-definitions/rule.ts'

const ITEMS = 120

/** Taken over from the full questionnaire: facts, numbers, several choices, scales, routing. */
const BEFORE = ['firm-profile', 'market-entry', 'time-costs', 'labour-training']
const SENSITIVE = 'informal-charges'

/** A province asks the same of each of its offices. */
const OFFICES = [
  'Thuế tỉnh',
  'Hải quan khu vực',
  'Sở Tài chính',
  'Sở Xây dựng',
  'Sở Công Thương',
  'Sở Y tế',
  'Sở Nội vụ',
  'Sở Tư pháp',
  'Sở Khoa học và Công nghệ',
  'Công an tỉnh',
  'Bảo hiểm xã hội tỉnh',
  'Văn phòng đăng ký đất đai',
  'Ban Quản lý khu kinh tế cửa khẩu',
  'UBND xã, phường',
]

/** Each with the scale that answers it. */
const ASKED = [
  ['frequency', 'Trong 12 tháng qua, doanh nghiệp có phải làm việc với # không?'],
  ['agree', '# giải quyết hồ sơ đúng hạn.'],
  ['agree', 'Cán bộ của # hướng dẫn rõ ràng, đầy đủ ngay từ lần đầu.'],
  ['agree', '# công khai thủ tục và mức phí, lệ phí.'],
  ['agree', '# tiếp thu và trả lời phản ánh của doanh nghiệp.'],
  ['satisfaction', 'Nhìn chung, anh/chị hài lòng đến mức nào với #?'],
] as const

/**
 * What respondents' pages are measured with: 120 items in six sections, in Vietnamese. Their plain
 * HTML takes 5.2 KB compressed, as that of the questionnaire which peers' pages were measured with:
 * figures of both can stand in one table. The full questionnaire says less alike and takes 7.8.
 */
export function benchmarkQuestionnaire(): Questionnaire {
  const written = Questionnaire.parse(full)
  const kept = [...BEFORE, SENSITIVE].flatMap((code) => written.sections.filter((one) => one.code === code))
  const known = new Set(kept.flatMap(({ items }) => items.map(({ code }) => code)))
  const sections = kept.map((section) => ({ ...section, items: answerable(section, known) }))
  const size = ITEMS - sections.reduce((sum, { items }) => sum + items.length, 0)
  return Questionnaire.parse(
    onlyVietnamese({
      ...written,
      id: 'benchmark',
      languages: ['vi'],
      complete: false,
      sections: [...sections.slice(0, -1), aboutOffices(size), ...sections.slice(-1)],
    }),
  )
}

/** Items whose rules look at nothing that was left out. */
function answerable({ items }: Section, known: ReadonlySet<string>): Section['items'] {
  return items.filter(({ showIf }) => !showIf || itemsOf(showIf).every((code) => known.has(code)))
}

function aboutOffices(count: number): object {
  const items = OFFICES.flatMap((office, place) =>
    ASKED.map(([scale, text], number) => ({
      kind: 'single',
      code: `office-${place + 1}-${number + 1}`,
      text: { vi: text.replace('#', office) },
      scale,
    })),
  )
  return {
    code: 'offices',
    title: { vi: 'Các cơ quan mà doanh nghiệp làm việc' },
    items: items.slice(0, count),
  }
}

function onlyVietnamese<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value), (_key, member: unknown) =>
    typeof member === 'object' && member !== null && 'vi' in member ? { vi: member.vi } : member,
  ) as Value
}
