import type { Edition } from '../../../survey-definitions/edition-schema.ts'
import { inLanguage, type Language } from '../../../survey-definitions/language.ts'
import type {
  AnswerableItem,
  Counting,
  Questionnaire,
} from '../../../survey-definitions/questionnaire-schema.ts'
import { isRandomised, statementsOf } from '../../../survey-definitions/randomised-options.ts'
import { optionsOf } from '../../../survey-definitions/routing-path.ts'
import { countingWords } from '../counting-words.ts'
import { nameOf } from '../definition-lookup.ts'
import { ruleWords } from '../rule-words.ts'
import { decimalText } from '../vietnamese-numbers.ts'
import type { PlacedItem } from './way-through.ts'

interface ItemCardProps {
  questionnaire: Questionnaire
  edition: Edition | undefined
  placed: PlacedItem
  language: Language
  isInView: boolean
  onShow: (item: string) => void
}

const MISSING_WORDS = { 'dont-know': 'Không biết', refused: 'Không muốn trả lời' } as const
const STATISTIC_WORDS = { share: 'tỷ lệ', mean: 'trung bình', median: 'trung vị' } as const

/** One item as it is defined: its words, its answers, when it is asked, what it feeds. */
export function ItemCard({ questionnaire, edition, placed, language, isInView, onShow }: ItemCardProps) {
  const { item, isOnPath, because } = placed
  return (
    <li class={`item-card ${isOnPath ? 'on-path' : 'off-path'}`} aria-current={isInView || undefined}>
      <ItemHead {...placed} />
      <button type="button" class="item-text" onClick={() => onShow(item.code)}>
        <span lang={language}>{inLanguage(item.text, language)}</span>
        <span class="visually-hidden"> – xem câu này</span>
      </button>
      {item.kind !== 'note' && <Answering {...{ questionnaire, item, language }} />}
      {item.showIf && <p class="small quiet">Chỉ hỏi khi: {ruleWords(item.showIf, questionnaire)}.</p>}
      {!isOnPath && <p class="small item-because">Bỏ qua vì {because.join('; ')}.</p>}
      {item.kind !== 'note' &&
        item.indicators.map((counting) => (
          <Feeds key={counting.indicator} {...{ questionnaire, edition, item, counting }} />
        ))}
    </li>
  )
}

/** Its number, its code, and what is particular about it. */
function ItemHead({ number, item, isOnPath }: PlacedItem) {
  const marks =
    item.kind === 'note' ? ['lời dẫn'] : [item.required && 'bắt buộc', item.sensitive && 'nhạy cảm']
  return (
    <p class="item-head small">
      <span class="item-number">{number || '–'}</span> <code>{item.code}</code>{' '}
      <span class="item-state">{isOnPath ? 'được hỏi' : 'bỏ qua'}</span>
      {marks.map((mark) => mark && <span key={mark}>{mark}</span>)}
    </p>
  )
}

interface AnsweringProps {
  questionnaire: Questionnaire
  item: AnswerableItem
  language: Language
}

/** What can be answered. */
function Answering({ questionnaire, item, language }: AnsweringProps) {
  const options = isRandomised(item) ? [] : optionsOf(questionnaire, item)
  return (
    <div class="small">
      {(options.length > 0 || isRandomised(item)) && (
        <ul lang={language}>
          {options.map(({ code, label }) => (
            <li key={code}>
              {inLanguage(label, language)} <code>{code}</code>
            </li>
          ))}
          {isRandomised(item) &&
            statementsOf(item).map((statement) => (
              <li key={statement.vi}>{inLanguage(statement, language)}</li>
            ))}
        </ul>
      )}
      <p class="quiet">
        {[boundsWords(item, language), ...item.missing.map((code) => MISSING_WORDS[code])]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </div>
  )
}

function boundsWords(item: AnswerableItem, language: Language): string {
  if (item.kind === 'scale') {
    return `Thang 1–5: ${inLanguage(item.low, language)} … ${inLanguage(item.high, language)}`
  }
  if (item.kind === 'text' || item.kind === 'long-text') return `Tự viết, tối đa ${item.maxLength} ký tự`
  if (item.kind !== 'integer' && item.kind !== 'decimal') return item.kind === 'multiple' ? 'Chọn nhiều' : ''
  const decimals = item.kind === 'decimal' ? item.decimals : 0
  const unit = item.unit ? ` ${inLanguage(item.unit, language)}` : ''
  return `Số từ ${decimalText(item.min, decimals)} đến ${decimalText(item.max, decimals)}${unit}`
}

interface FeedsProps {
  questionnaire: Questionnaire
  edition: Edition | undefined
  item: AnswerableItem
  counting: Counting
}

/** Which indicator the item feeds, and how it is counted there. */
function Feeds({ questionnaire, edition, item, counting }: FeedsProps) {
  const indicator = edition?.indicators.find(({ id }) => id === counting.indicator)
  return (
    <p class="small item-feeds">
      <strong>
        Chỉ tiêu {counting.indicator}
        {indicator && `, ${nameOf(indicator, counting.indicator)}`}
      </strong>{' '}
      ({STATISTIC_WORDS[counting.as]}). {countingWords(questionnaire, item, counting).join(' ')}
    </p>
  )
}
