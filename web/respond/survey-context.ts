import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Carrier } from './sending.ts'
import type { Survey } from './survey-state.ts'
import { TEXTS, type Texts } from './texts.ts'

/** What every view works with. */
interface Tools {
  readonly survey: Survey
  readonly carrier: Carrier
  readonly goBack: () => void
}

const Context = createContext<Tools | undefined>(undefined)

export const ToolsProvider = Context.Provider

export function useTools(): Tools {
  const tools = useContext(Context)
  if (tools === undefined) throw new Error('useTools requires a ToolsProvider')
  return tools
}

export function useSurvey(): Survey {
  return useTools().survey
}

/** The page's words in the language shown. */
export function useTexts(): Texts {
  return TEXTS[useSurvey().language.value]
}
