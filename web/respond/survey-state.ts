import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import type { Answers } from '../../survey-definitions/answers.ts'
import { routingPath, type SectionOnPath } from '../../survey-definitions/routing-path.ts'
import type { EntryProblem } from './answering.ts'
import type { Draft, DraftStore } from './draft.ts'
import type { PageData } from './page-data.ts'
import type { PageLanguage } from './page-language.ts'
import type { Sending } from './sending.ts'
import type { View } from './view.ts'

/** Where answers are kept before they are sent; `refused` when the browser will not have them. */
export type Keeping = 'device' | 'memory' | 'refused'

/** All that changes while one person answers. Nothing else on the page holds state that matters. */
export interface Survey {
  readonly page: PageData
  readonly store: DraftStore
  readonly language: Signal<PageLanguage>
  /** Empty until Begin is pressed and again after the answers are gone. */
  readonly key: Signal<string>
  readonly answers: Signal<Answers>
  readonly typed: Signal<Readonly<Record<string, string>>>
  /** Items continued past, answered or not. */
  readonly seen: Signal<ReadonlySet<string>>
  readonly done: Signal<ReadonlySet<string>>
  readonly skipped: Signal<ReadonlySet<string>>
  readonly view: Signal<View>
  readonly keeping: Signal<Keeping>
  readonly problem: Signal<ShownProblem | undefined>
  readonly sending: Signal<Sending>
  /** The server's receipt for what it received, for as long as the page is open. */
  readonly receipt: Signal<string>
  /** Said to screen readers, once. */
  readonly announcement: Signal<string>
  readonly path: ReadonlySignal<readonly SectionOnPath[]>
  readonly answered: ReadonlySignal<number>
}

/** What is wrong with the item in view, shown since Continue was pressed. */
interface ShownProblem {
  readonly item: string
  readonly code: EntryProblem
}

const FRESH: Draft = {
  key: '',
  language: 'vi',
  answers: {},
  typed: {},
  seen: [],
  done: [],
  skipped: [],
  view: { name: 'intro' },
}

/** The survey as the device knows it: resumed from its draft, or fresh. */
export function createSurvey(page: PageData, store: DraftStore): Survey {
  const draft = store.read() ?? FRESH
  const answers = signal(draft.answers)
  const path = computed(() => routingPath(page.questionnaire, answers.value))
  return {
    page,
    store,
    language: signal(draft.language),
    key: signal(draft.key),
    answers,
    typed: signal(draft.typed),
    seen: signal(new Set(draft.seen)),
    done: signal(new Set(draft.done)),
    skipped: signal(new Set(draft.skipped)),
    view: signal(resumedView(page, draft)),
    keeping: signal('device'),
    problem: signal(undefined),
    sending: signal({ state: 'saved' }),
    receipt: signal(''),
    announcement: signal(''),
    path,
    answered: computed(() => countAnswered(path.value, answers.value)),
  }
}

/** What the device keeps; undefined before Begin. Reads every signal, so an effect follows them. */
export function draftOf(survey: Survey): Draft | undefined {
  const draft: Draft = {
    key: survey.key.value,
    language: survey.language.value,
    answers: survey.answers.value,
    typed: survey.typed.value,
    seen: [...survey.seen.value],
    done: [...survey.done.value],
    skipped: [...survey.skipped.value],
    view: survey.view.value,
  }
  return draft.key === '' ? undefined : draft
}

/** Takes over what another tab has kept; the place and the language stay this tab's own. */
export function adopt(survey: Survey, draft: Draft): void {
  survey.key.value = draft.key
  survey.answers.value = draft.answers
  survey.typed.value = draft.typed
  survey.seen.value = new Set(draft.seen)
  survey.done.value = new Set(draft.done)
  survey.skipped.value = new Set(draft.skipped)
}

/** Back to an untouched page; what was on the device is removed. */
export function forget(survey: Survey): void {
  survey.store.remove()
  survey.key.value = ''
  survey.answers.value = {}
  survey.typed.value = {}
  survey.seen.value = new Set()
  survey.done.value = new Set()
  survey.skipped.value = new Set()
  survey.problem.value = undefined
  survey.sending.value = { state: 'saved' }
  survey.keeping.value = 'device'
}

function countAnswered(path: readonly SectionOnPath[], answers: Answers): number {
  return path.flatMap(({ items }) => items).filter(({ code }) => Object.hasOwn(answers, code)).length
}

/** A sensitive question is not what opens when somebody else picks up the phone. */
function resumedView({ questionnaire }: PageData, { view }: Draft): View {
  if (view.name === 'receipt' || view.name === 'erase') return { name: 'hub' }
  if (view.name !== 'item' && !('section' in view)) return view
  const section = questionnaire.sections.find(({ code, items }) =>
    view.name === 'item' ? items.some((item) => item.code === view.item) : code === view.section,
  )
  return section === undefined || section.sensitive ? { name: 'hub' } : view
}
