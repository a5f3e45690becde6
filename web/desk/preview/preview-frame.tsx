import { useLayoutEffect, useRef } from 'preact/hooks'
import type { Language } from '../../../survey-definitions/language.ts'
import type { PreviewFrameLine } from './use-preview-frame.ts'

/** Widths of phones, of a tablet, and all there is. */
export const WIDTHS = ['320', '360', '768', 'full'] as const
export type Width = (typeof WIDTHS)[number]

export type PreviewChannel = 'open' | 'interviewer'

interface PreviewFrameProps {
  line: PreviewFrameLine
  /** The questionnaire as JSON. */
  text: string
  plan: string
  language: Language
  channel: PreviewChannel
  width: Width
}

const NAME = 'questionnaire-preview'

/**
 * The respondent's page with the draft in it. It is fetched by posting a form into the frame: the
 * answer has a policy of its own, which neither a page of this one's making nor its address could have.
 */
export function PreviewFrame({ line, text, plan, language, channel, width }: PreviewFrameProps) {
  const form = useRef<HTMLFormElement>(null)
  useLayoutEffect(() => form.current?.submit(), [text, plan, language, channel])
  return (
    <div class="preview-frame">
      <form
        ref={form}
        method="post"
        action="/desk/preview/page"
        target={NAME}
        encType="multipart/form-data"
        hidden
      >
        {Object.entries({ text, plan, language, channel }).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
      </form>
      <iframe
        // A frame anew for every page: none of them is an entry in the history.
        key={[plan, language, channel, text].join()}
        ref={line.frame}
        name={NAME}
        title="Phiếu như doanh nghiệp nhìn thấy, để xem thử"
        class={`width-${width}`}
      />
    </div>
  )
}
