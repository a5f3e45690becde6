import type { Answers } from '../../../survey-definitions/answers.ts'
import type { Edition } from '../../../survey-definitions/edition-schema.ts'
import { inLanguage, type Language } from '../../../survey-definitions/language.ts'
import type { Questionnaire } from '../../../survey-definitions/questionnaire-schema.ts'
import { ruleWords } from '../rule-words.ts'
import { countText } from '../vietnamese-numbers.ts'
import { ItemCard } from './item-card.tsx'
import { wayThrough } from './way-through.ts'

interface ItemListProps {
  questionnaire: Questionnaire
  edition: Edition | undefined
  answers: Answers
  language: Language
  /** The view that the page in the frame shows. */
  view: string
  onShow: (view: string) => void
}

/** All items on one page, with the way through them for the answers that are being tried. */
export function ItemList({ questionnaire, edition, answers, language, view, onShow }: ItemListProps) {
  const sections = wayThrough(questionnaire, answers)
  const items = sections.flatMap((section) => section.items).filter(({ item }) => item.kind !== 'note')
  const asked = items.filter(({ isOnPath }) => isOnPath).length
  const [name, inView] = view.split(' ')
  const isItem = name === 'item' || name === 'change'
  return (
    <section class="item-list" aria-labelledby="item-list">
      <h2 id="item-list">Tất cả câu hỏi</h2>
      <p role="status" class="way-count">
        Với câu trả lời thử hiện có: hỏi {countText(asked)} trong {countText(items.length)} câu, bỏ qua{' '}
        {countText(items.length - asked)}.
      </p>
      {sections.map(({ section, isOnPath, items: placed }) => (
        <section key={section.code} aria-labelledby={`section-${section.code}`}>
          <h3 id={`section-${section.code}`}>
            <button type="button" class="link" onClick={() => onShow(`section ${section.code}`)}>
              <span lang={language}>{inLanguage(section.title, language)}</span>
            </button>
          </h3>
          <p class="small quiet">
            <code>{section.code}</code>
            {section.sensitive && ', mục nhạy cảm'}
            {!isOnPath && ', cả mục đang bị bỏ qua'}
            {section.showIf && `. Chỉ hỏi khi: ${ruleWords(section.showIf, questionnaire)}.`}
          </p>
          <ol>
            {placed.map((one) => (
              <ItemCard
                key={one.item.code}
                questionnaire={questionnaire}
                edition={edition}
                placed={one}
                language={language}
                isInView={isItem && inView === one.item.code}
                onShow={(item) => onShow(`item ${item}`)}
              />
            ))}
          </ol>
        </section>
      ))}
    </section>
  )
}
