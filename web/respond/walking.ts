import type { Item, Section } from '../../survey-definitions/questionnaire-schema.ts'
import type { SectionOnPath } from '../../survey-definitions/routing-path.ts'
import { problemOf } from './answering.ts'
import { isPassed, missedItems } from './section-progress.ts'
import { newSubmissionKey } from './submission-key.ts'
import { forget, type Keeping, type Survey } from './survey-state.ts'
import type { View } from './view.ts'

export function go(survey: Survey, view: View): void {
  survey.problem.value = undefined
  survey.view.value = view
}

/** Begin: from here on there is a key and, unless the device is shared, a draft. */
export function begin(survey: Survey, keeping: Keeping): void {
  survey.keeping.value = keeping
  survey.key.value = newSubmissionKey()
  go(survey, { name: 'hub' })
}

/** Opens a section where it was left: its opening page, its first open item, or its answers. */
export function openSection(survey: Survey, code: string): void {
  const onPath = sectionOnPath(survey, code)
  if (onPath === undefined) return go(survey, { name: 'hub' })
  const isFinished = survey.done.value.has(code)
  const isFresh = onPath.items.every((item) => !isPassed(survey, item)) || survey.skipped.value.has(code)
  if (isFresh && hasOpening(onPath)) return go(survey, { name: 'section', section: code })
  const item = isFinished ? undefined : onPath.items.find((one) => !isPassed(survey, one))
  go(survey, item ? { name: 'item', item: item.code } : { name: 'section-check', section: code })
}

/** Starts on the items of a section; one that was skipped is asked anew. */
export function enterSection(survey: Survey, code: string): void {
  if (survey.skipped.value.has(code)) {
    survey.skipped.value = without(survey.skipped.value, code)
    clearSection(survey, code)
  }
  const first = sectionOnPath(survey, code)?.items[0]
  go(survey, first ? { name: 'item', item: first.code } : { name: 'hub' })
}

/** Continue on an item. Stays, with the problem shown, when the entry cannot be taken. */
export function continueFrom(survey: Survey, item: Item): void {
  const code = item.kind === 'note' ? undefined : problemOf(survey, item)
  if (code !== undefined) {
    survey.problem.value = { item: item.code, code }
    return
  }
  survey.seen.value = new Set([...survey.seen.value, item.code])
  go(survey, viewAfter(survey, item))
}

/** The view that stands before this one on the way, whatever the browser's history says. */
export function viewBefore(survey: Survey, view: View): View {
  if (view.name === 'sending') return { name: 'final-check' }
  if (view.name === 'erase') return view.from
  if (view.name === 'item') return viewBeforeItem(survey, view.item, view.changing)
  if (view.name === 'section-check') {
    const last = sectionOnPath(survey, view.section)?.items.slice(-1)[0]
    return last ? { name: 'item', item: last.code } : { name: 'hub' }
  }
  return { name: survey.key.value === '' ? 'intro' : 'hub' }
}

function viewBeforeItem(survey: Survey, item: string, isChanging = false): View {
  const onPath = sectionOfItem(survey, item)
  if (onPath === undefined) return { name: 'hub' }
  const section = onPath.section.code
  if (isChanging) return { name: 'section-check', section }
  const before = onPath.items[onPath.items.findIndex(({ code }) => code === item) - 1]
  if (before) return { name: 'item', item: before.code }
  return hasOpening(onPath) ? { name: 'section', section } : { name: 'hub' }
}

/** Marks a section as finished; where routing still needs an answer, goes there instead. */
export function finishSection(survey: Survey, code: string): void {
  const onPath = sectionOnPath(survey, code)
  const missed = missedItems(survey).find((item) => onPath?.items.includes(item))
  if (missed) {
    go(survey, { name: 'item', item: missed.code })
    survey.problem.value = { item: missed.code, code: 'required' }
    return
  }
  survey.done.value = new Set([...survey.done.value, code])
  go(survey, { name: 'hub' })
}

/** Whether a section can be left out: routing needs nothing there that cannot be refused. */
export function canSkip(survey: Survey, { code }: Section): boolean {
  const items = sectionOnPath(survey, code)?.items ?? []
  return items.every((item) => item.kind === 'note' || !item.required || wayNotToAnswer(item) !== undefined)
}

/** Skips a section whole: its answers go, and what routing needs there counts as refused. */
export function skipSection(survey: Survey, code: string): void {
  clearSection(survey, code)
  refuseMissed(survey, (item) => sectionOnPath(survey, code)?.items.includes(item) ?? false)
  survey.done.value = without(survey.done.value, code)
  survey.skipped.value = new Set([...survey.skipped.value, code])
  go(survey, { name: 'hub' })
}

/** Records "rather not say" for every item that routing needs and that is still open. */
export function refuseMissed(survey: Survey, concerns: (item: Item) => boolean = () => true): void {
  for (;;) {
    // One at a time: a refusal may take later items off the way.
    const item = missedItems(survey).find((one) => concerns(one) && wayNotToAnswer(one) !== undefined)
    const word = item && wayNotToAnswer(item)
    if (!item || !word) return
    survey.answers.value = { ...survey.answers.value, [item.code]: word }
  }
}

/** Removes all answers from the device and starts over. */
export function erase(survey: Survey): void {
  forget(survey)
  go(survey, { name: 'intro' })
}

export function sectionOfItem(survey: Survey, code: string): SectionOnPath | undefined {
  return survey.path.value.find(({ items }) => items.some((item) => item.code === code))
}

export function sectionOnPath(survey: Survey, code: string): SectionOnPath | undefined {
  return survey.path.value.find(({ section }) => section.code === code)
}

function viewAfter(survey: Survey, item: Item): View {
  const onPath = sectionOfItem(survey, item.code)
  if (onPath === undefined) return { name: 'hub' }
  const view = survey.view.value
  const later = onPath.items.slice(onPath.items.indexOf(item) + 1)
  const isChanging = view.name === 'item' && view.changing === true
  const next = isChanging ? later.find((one) => !isPassed(survey, one)) : later[0]
  if (next === undefined) return { name: 'section-check', section: onPath.section.code }
  return { name: 'item', item: next.code, ...(isChanging && { changing: true }) }
}

function hasOpening({ section }: SectionOnPath): boolean {
  return section.sensitive || section.intro !== undefined
}

function clearSection(survey: Survey, code: string): void {
  const section = survey.page.questionnaire.sections.find((one) => one.code === code)
  const codes = new Set(section?.items.map((item) => item.code))
  const remaining = Object.entries(survey.answers.value).filter(([item]) => !codes.has(item))
  survey.answers.value = Object.fromEntries(remaining)
  survey.typed.value = Object.fromEntries(
    Object.entries(survey.typed.value).filter(([item]) => !codes.has(item)),
  )
  survey.seen.value = new Set([...survey.seen.value].filter((item) => !codes.has(item)))
}

function wayNotToAnswer(item: Item): 'refused' | 'dont-know' | undefined {
  if (item.kind === 'note') return undefined
  return item.missing.includes('refused') ? 'refused' : item.missing[0]
}

function without(codes: ReadonlySet<string>, code: string): ReadonlySet<string> {
  return new Set([...codes].filter((one) => one !== code))
}
