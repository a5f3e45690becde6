import type { Acts } from './act.ts'
import { finishSection, refuseMissed, skipSection } from './section-acts.ts'
import { go } from './survey.ts'

/** What is needed only sometimes: it comes with the later script. */
export const LATER_ACTS: Acts = {
  skip: skipSection,
  finish: finishSection,
  'refuse-all': (survey) => refuseMissed(survey),
  send: (survey) => go(survey, 'sending'),
}
