import { useState } from 'preact/hooks'
import type { Edition } from '../../../survey-definitions/edition-schema.ts'
import type { Language } from '../../../survey-definitions/language.ts'
import type { Questionnaire } from '../../../survey-definitions/questionnaire-schema.ts'
import { nothingYet, type Progress } from '../../../survey-definitions/respondent/survey.ts'
import { ItemList } from './item-list.tsx'
import { PreviewControls } from './preview-controls.tsx'
import { type PreviewChannel, PreviewFrame, type Width } from './preview-frame.tsx'
import { tryAnswers } from './try-answers.ts'
import { usePreviewFrame } from './use-preview-frame.ts'

interface PreviewBenchProps {
  questionnaire: Questionnaire
  edition: Edition | undefined
  /** Whose plan says who asks. */
  plan: string
}

/** A questionnaire as firms see it, beside all its items and the way the tried answers take. */
export function PreviewBench({ questionnaire, edition, plan }: PreviewBenchProps) {
  const [wanted, setLanguage] = useState<Language>('vi')
  const [channel, setChannel] = useState<PreviewChannel>('open')
  const [width, setWidth] = useState<Width>('360')
  const line = usePreviewFrame({ onLanguage: setLanguage })
  const { answers, view } = line.progress
  const language = questionnaire.languages.includes(wanted) ? wanted : 'vi'

  const show = (shown: string) => {
    line.show(shown)
    line.frame.current?.scrollIntoView({ block: 'nearest' })
  }

  return (
    <div class={`preview-bench beside-${width}`}>
      <section class="preview-side" aria-label="Phiếu như doanh nghiệp nhìn thấy">
        <PreviewControls
          languages={questionnaire.languages}
          {...{ language, setLanguage, channel, setChannel, width, setWidth }}
        />
        <PreviewWays questionnaire={questionnaire} onShow={show} onAnswers={line.resume} />
        <PreviewFrame
          line={line}
          text={JSON.stringify(questionnaire)}
          {...{ plan, language, channel, width }}
        />
        {line.hasLeft && (
          <p role="status" class="note small">
            Ở đây nút vừa bấm không đi đâu. Trên máy của doanh nghiệp, nút này rời phiếu và mở ngay một trang
            khác.
          </p>
        )}
      </section>
      <ItemList {...{ questionnaire, edition, answers, language, view }} onShow={show} />
    </div>
  )
}

/** Views that belong to no item. */
const VIEWS = [
  { view: 'intro', name: 'Thư ngỏ' },
  { view: 'hub', name: 'Danh sách mục' },
  { view: 'final', name: 'Kiểm tra và gửi' },
]

interface PreviewWaysProps {
  questionnaire: Questionnaire
  onShow: (view: string) => void
  onAnswers: (progress: Progress) => void
}

/** Short ways: to views of no item, to answers for everything and for nothing. */
function PreviewWays({ questionnaire, onShow, onAnswers }: PreviewWaysProps) {
  const answerWith = (answers: Progress['answers']) => onAnswers({ ...nothingYet(), answers, view: 'hub' })
  return (
    <div class="preview-ways small">
      {VIEWS.map(({ view, name }) => (
        <button key={view} type="button" class="link" onClick={() => onShow(view)}>
          {name}
        </button>
      ))}
      <button type="button" class="link" onClick={() => answerWith(tryAnswers(questionnaire, Math.random))}>
        Điền thử ngẫu nhiên
      </button>
      <button type="button" class="link" onClick={() => answerWith({})}>
        Xóa câu trả lời thử
      </button>
    </div>
  )
}
