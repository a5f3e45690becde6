import type { Item } from '../questionnaire-schema.ts'
import { optionsOf, type SectionOnPath } from '../routing-path.ts'
import { problemOf, without } from './answering.ts'
import { isPassed, missedItems } from './section-progress.ts'
import { go, pathOf, type Survey, type View } from './survey.ts'

/** Choices that fit on one view of a phone: facts of the firm share a view up to so many. */
const MOST_CHOICES_TOGETHER = 12

/** The section and, on an item's view, the items that a view shows; undefined off the way. */
export function placeOf(
  survey: Survey,
  view: View = survey.view,
): { readonly onPath: SectionOnPath; readonly items: readonly Item[] } | undefined {
  const [name, code] = view.split(' ')
  for (const onPath of pathOf(survey)) {
    if (onPath.section.code === code && name !== 'item' && name !== 'change') return { onPath, items: [] }
    const items = groupsOf(survey, onPath).find((group) => group.some((item) => item.code === code))
    if (items && name === 'item') return { onPath, items }
    if (items && name === 'change') return { onPath, items: items.filter((item) => item.code === code) }
  }
  return undefined
}

/** Opens a section where it was left: its opening page, its first open item, or its answers. */
export function openSection(survey: Survey, code: string): void {
  const onPath = placeOf(survey, `section ${code}`)?.onPath
  if (onPath === undefined) return go(survey, 'hub')
  const isFresh =
    !onPath.items.some((item) => isPassed(survey, item)) || survey.skipped.includes(code)
  if (isFresh && hasOpening(onPath)) return go(survey, `section ${code}`)
  const item = survey.done.includes(code) ? undefined : onPath.items.find((one) => !isPassed(survey, one))
  go(survey, item ? `item ${item.code}` : `check ${code}`)
}

/** Starts on the items of a section; one that was skipped is asked anew. */
export function enterSection(survey: Survey, code: string): void {
  if (survey.skipped.includes(code)) {
    survey.skipped = others(survey.skipped, code)
    clearSection(survey, code)
  }
  const first = placeOf(survey, `section ${code}`)?.onPath.items[0]
  go(survey, first ? `item ${first.code}` : 'hub')
}

/** Continue on an item's view. Stays, with the problems shown, when an entry cannot be taken. */
export function continueFrom(survey: Survey): void {
  const place = placeOf(survey)
  if (!place) return go(survey, 'hub')
  survey.problems = place.items.flatMap((item) => {
    const code = item.kind === 'note' ? undefined : problemOf(survey, item)
    return code === undefined ? [] : [{ item: item.code, code }]
  })
  if (survey.problems.length > 0) return
  survey.seen = [...new Set([...survey.seen, ...place.items.map(({ code }) => code)])]
  go(survey, viewAfter(survey, place.items))
}

/** The view that stands before this one on the way, whatever the browser's history says. */
export function viewBefore(survey: Survey, view: View): View {
  const [name = '', code = ''] = view.split(' ')
  if (name === 'sending') return 'final'
  if (name === 'erase') return view.slice(6)
  const place = placeOf(survey, view)
  if (place && name === 'change') return `check ${place.onPath.section.code}`
  if (place && name === 'check') return `item ${place.onPath.items[place.onPath.items.length - 1]?.code}`
  if (place && name === 'item') return viewBeforeItem(place.onPath, place.items[0]?.code ?? code)
  return survey.key === '' || view === 'hub' ? 'intro' : 'hub'
}

function viewBeforeItem(onPath: SectionOnPath, item: string): View {
  const before = onPath.items[onPath.items.findIndex(({ code }) => code === item) - 1]
  if (before) return `item ${before.code}`
  return hasOpening(onPath) ? `section ${onPath.section.code}` : 'hub'
}

/** Marks a section as finished; where routing still needs an answer, goes there instead. */
export function finishSection(survey: Survey, code: string): void {
  const items = placeOf(survey, `check ${code}`)?.onPath.items
  const missed = missedItems(survey).find((item) => items?.includes(item))
  if (!missed) {
    survey.done = [...others(survey.done, code), code]
    return go(survey, 'hub')
  }
  go(survey, `item ${missed.code}`)
  survey.problems = [{ item: missed.code, code: 'required' }]
}

/** Whether a section can be left out: routing needs nothing there that cannot be refused. */
export function canSkip({ items }: SectionOnPath): boolean {
  return items.every((item) => item.kind === 'note' || !item.required || item.missing.length > 0)
}

/** Skips a section whole: its answers go, and what routing needs there counts as refused. */
export function skipSection(survey: Survey, code: string): void {
  clearSection(survey, code)
  const section = sectionOf(survey, code)
  refuseMissed(survey, (item) => section?.items.includes(item) ?? false)
  survey.done = others(survey.done, code)
  survey.skipped = [...others(survey.skipped, code), code]
  go(survey, 'hub')
}

/** Records "rather not say" for every item that routing needs and that is still open. */
export function refuseMissed(survey: Survey, concerns: (item: Item) => boolean = () => true): void {
  for (;;) {
    // One at a time: a refusal may take later items off the way.
    const item = missedItems(survey).find((one) => concerns(one) && one.missing.length > 0)
    const word = item?.missing.includes('refused') ? 'refused' : item?.missing[0]
    if (!item || !word) return
    survey.answers = { ...survey.answers, [item.code]: word }
  }
}

function viewAfter(survey: Survey, items: readonly Item[]): View {
  const isChanging = survey.view.startsWith('change')
  const [first] = items
  const onPath = first && placeOf(survey, `item ${first.code}`)?.onPath
  if (onPath === undefined) return 'hub'
  const last = Math.max(...items.map((item) => onPath.items.indexOf(item)))
  const later = onPath.items.slice(last + 1)
  const next = isChanging ? later.find((item) => !isPassed(survey, item)) : later[0]
  if (next === undefined) return `check ${onPath.section.code}`
  return `${isChanging ? 'change' : 'item'} ${next.code}`
}

/** Items that share a view: facts of the firm that follow one another, while their choices are few. */
function groupsOf({ questionnaire }: Survey, { items }: SectionOnPath): readonly (readonly Item[])[] {
  const choicesIn = (group: readonly Item[]) =>
    group.reduce((sum, item) => sum + optionsOf(questionnaire, item).length, 0)
  const groups: Item[][] = []
  for (const item of items) {
    const last = groups[groups.length - 1]
    const isFact = (one: Item | undefined) => one?.kind === 'single' && one.stratifier
    const fits = last && isFact(last[0]) && isFact(item) && choicesIn([...last, item]) <= MOST_CHOICES_TOGETHER
    if (fits) last.push(item)
    else groups.push([item])
  }
  return groups
}

function hasOpening({ section }: SectionOnPath): boolean {
  return section.sensitive || section.intro !== undefined
}

function sectionOf({ questionnaire }: Survey, code: string) {
  return questionnaire.sections.find((section) => section.code === code)
}

function clearSection(survey: Survey, code: string): void {
  for (const item of sectionOf(survey, code)?.items ?? []) {
    survey.answers = without(survey.answers, item.code)
    survey.typed = without(survey.typed, item.code)
    survey.seen = others(survey.seen, item.code)
  }
}

function others(codes: readonly string[], code: string): readonly string[] {
  return codes.filter((one) => one !== code)
}
