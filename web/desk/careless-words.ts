import type {
  CarelessComparison,
  CarelessEffect,
  TreatedScores,
} from '../../analysis/careless/careless-effect.ts'
import type { CarelessSignal } from '../../analysis/careless/careless-signals.ts'
import { countText, figureText, scoreText } from './vietnamese-numbers.ts'

/** What was found of careless answering, in one sentence. */
export function carelessSentence(careless: CarelessEffect): string {
  if (careless.status === 'too-few') {
    return 'Không so sánh điểm khi bỏ các phiếu có dấu hiệu trả lời thiếu cẩn thận: có dưới 5 phiếu như vậy, hoặc bỏ ra thì còn dưới 5 phiếu.'
  }
  if (careless.status === 'too-many') {
    return `Không xét dấu hiệu trả lời thiếu cẩn thận, vì đợt có trên ${countText(careless.mostFirms)} doanh nghiệp.`
  }
  const found = `${countText(careless.flagged)} phiếu có từ hai dấu hiệu trả lời thiếu cẩn thận trở lên; các phiếu này vẫn được tính vào mọi kết quả.`
  return careless.composite ? `${found} Điểm tổng hợp ${treatedWords(careless.composite)}.` : found
}

/** A score three ways: là 64,63 khi tính cả, 64,50 khi bỏ các phiếu đó, 64,55 khi giảm quyền số. */
export function treatedWords({ with: all, without, downWeighted }: TreatedScores): string {
  return `là ${textOf(all)} khi tính cả, ${textOf(without)} khi bỏ các phiếu đó, ${textOf(downWeighted)} khi giảm quyền số của chúng`
}

function textOf(score: number | null): string {
  return figureText(score, scoreText)
}

const SIGNAL_WORDS: Readonly<Record<CarelessSignal, string>> = {
  'long-run': 'chọn liên tiếp một mức cho nhiều câu cùng thang',
  'low-spread': 'hầu như chỉ dùng một mức',
  'far-from-others': 'kết hợp câu trả lời rất khác mọi phiếu khác',
  'uneven-halves': 'hai nửa số câu không khớp nhau',
  'near-duplicate': 'gần như trùng với một phiếu khác',
  fast: 'trả lời nhanh khác thường',
}

/** The signals that were found, each with its firms; few enough to be told apart are not counted out. */
export function signalLines({ bySignal }: CarelessComparison): readonly string[] {
  const signals: readonly CarelessSignal[] = [
    'long-run',
    'low-spread',
    'far-from-others',
    'uneven-halves',
    'near-duplicate',
    'fast',
  ]
  return signals.flatMap((signal) => {
    const firms = bySignal[signal]
    if (firms === 0) return []
    const words = SIGNAL_WORDS[signal]
    return [`${words}: ${firms === null ? 'dưới 5' : countText(firms)} phiếu`]
  })
}
