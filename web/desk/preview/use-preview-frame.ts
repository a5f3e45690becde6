import { useEffect, useRef, useState } from 'preact/hooks'
import type { Language } from '../../../survey-definitions/language.ts'
import { nothingYet, type Progress } from '../../../survey-definitions/respondent/survey.ts'
import type { FromFrame, ToFrame } from '../../preview/messages.ts'

interface FrameEvents {
  readonly onLanguage: (language: Language) => void
}

/** The line to the page in the frame: what is tried there, and ways to lead it. */
export function usePreviewFrame({ onLanguage }: FrameEvents) {
  const frame = useRef<HTMLIFrameElement>(null)
  const [progress, setProgress] = useState(nothingYet)
  const [hasLeft, setHasLeft] = useState(false)
  // Read by a listener that is added once.
  const now = useRef({ progress, onLanguage })
  now.current = { progress, onLanguage }

  const tell = (message: ToFrame) => {
    // The page in the frame has an origin of its own that has no name.
    frame.current?.contentWindow?.postMessage(message, '*')
  }
  useEffect(() => {
    const listen = ({ source, data }: MessageEvent<FromFrame>) => {
      if (frame.current === null || source !== frame.current.contentWindow) return
      setHasLeft(data.kind === 'leave')
      if (data.kind === 'progress') setProgress(data.progress)
      if (data.kind === 'language') now.current.onLanguage(data.language)
      if (data.kind === 'ready' && now.current.progress.key) {
        tell({ kind: 'resume', progress: now.current.progress })
      }
    }
    addEventListener('message', listen)
    return () => removeEventListener('message', listen)
  }, [])

  return {
    frame,
    progress,
    /** The page's quick exit was pressed: elsewhere it would have gone to another site. */
    hasLeft,
    show: (view: string) => tell({ kind: 'show', view }),
    resume: (resumed: Progress) => tell({ kind: 'resume', progress: resumed }),
  }
}

export type PreviewFrameLine = ReturnType<typeof usePreviewFrame>
