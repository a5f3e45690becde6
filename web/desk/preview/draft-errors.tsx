import type { CheckedDraftView } from '../../../api/views.ts'
import { countText } from '../vietnamese-numbers.ts'
import { brokenAt, errorPlace } from './error-place.ts'
import { errorWords } from './error-words.ts'

interface DraftErrorsProps {
  errors: CheckedDraftView['errors']
  /** What was read, to name sections and items by their codes. */
  text: string
  /** Sound enough to be looked at. */
  isShown: boolean
}

/** Everything that is wrong with a draft: where, what, and what to do. */
export function DraftErrors({ errors, text, isShown }: DraftErrorsProps) {
  const draft = parsed(text)
  return (
    <section class="problem draft-errors" role="alert" aria-labelledby="draft-errors">
      <h2 id="draft-errors">
        {isShown ? 'Xem thử được, nhưng chưa phát hành được' : 'Phiếu chưa dùng được'}:{' '}
        {countText(errors.length)} lỗi
      </h2>
      <ol>
        {errors.map(({ code, path, message }) => {
          const place = code === 'bad-json' ? brokenAt(message) : errorPlace(path, draft)
          return (
            <li key={`${path} ${code} ${message}`}>
              <p>
                {place && <strong>{`${place[0]?.toUpperCase()}${place.slice(1)}: `}</strong>}
                {errorWords(code, message)}
              </p>
              <p class="small quiet">
                {path && <code>{path}</code>} <code>{code}</code> <span lang="en">{message}</span>
              </p>
            </li>
          )
        })}
      </ol>
    </section>
  )
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
