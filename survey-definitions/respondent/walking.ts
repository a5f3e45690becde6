import type { Item } from '../questionnaire-schema.ts'
import type { SectionOnPath } from '../routing-path.ts'
import { without } from './answering.ts'
import { isPassed } from './section-progress.ts'
import { go, pathOf, type Survey, type View } from './survey.ts'

interface Place {
  readonly onPath: SectionOnPath
  /** On an item's view, the items that it shows. */
  readonly items: readonly Item[]
}

/** Where a view is on the way; undefined off it. */
export function placeOf(survey: Survey, view: View = survey.view): Place | undefined {
  const [name, code] = view.split(' ')
  const isItem = name === 'item' || name === 'change'
  for (const onPath of pathOf(survey)) {
    const group = groupsOf(onPath).find((items) => items.some((item) => item.code === code))
    if (isItem && group)
      return { onPath, items: name === 'item' ? group : group.filter((item) => item.code === code) }
    if (!isItem && onPath.section.code === code) return { onPath, items: [] }
  }
  return undefined
}

/** Opens a section where it was left: its opening page, its first open item, or its answers. */
export function openSection(survey: Survey, code: string): void {
  const onPath = placeOf(survey, `section ${code}`)?.onPath
  if (onPath === undefined) return go(survey, 'hub')
  const isFresh = !onPath.items.some((item) => isPassed(survey, item)) || survey.skipped.includes(code)
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
    const code = item.kind === 'note' ? undefined : survey.checking?.problemOf(survey, item)
    return code ? [{ item: item.code, code }] : []
  })
  if (survey.problems.length > 0) return
  for (const { code } of place.items) survey.seen = [...others(survey.seen, code), code]
  go(survey, viewAfter(survey, place.items))
}

/** The view that stands before this one on the way, whatever the browser's history says. */
export function viewBefore(survey: Survey, view: View): View {
  const [name] = view.split(' ')
  const place = placeOf(survey, view)
  if (name === 'sending') return 'final'
  if (name === 'erase') return view.slice(6)
  if (!place || name === 'section') return survey.key && view !== 'hub' ? 'hub' : 'intro'
  return name === 'change' ? `check ${place.onPath.section.code}` : viewBeforeItem(place)
}

/** From the list of answers to the last question, from a question to the one before it. */
function viewBeforeItem({ onPath, items: [first] }: Place): View {
  const before = onPath.items[(first ? onPath.items.indexOf(first) : onPath.items.length) - 1]
  if (before) return `item ${before.code}`
  return hasOpening(onPath) ? `section ${onPath.section.code}` : 'hub'
}

/** Whether a section can be left out: routing needs nothing there that cannot be refused. */
export function canSkip({ items }: SectionOnPath): boolean {
  return items.every((item) => item.kind === 'note' || !item.required || item.missing.length > 0)
}

function viewAfter(survey: Survey, items: readonly Item[]): View {
  const name = survey.view.split(' ')[0]
  const [last] = items.slice(-1)
  const onPath = placeOf(survey, `item ${last?.code}`)?.onPath
  if (!last || !onPath) return 'hub'
  const next = onPath.items
    .slice(onPath.items.indexOf(last) + 1)
    .find((item) => name === 'item' || !isPassed(survey, item))
  return next ? `${name} ${next.code}` : `check ${onPath.section.code}`
}

/** Items that share a view: see `joined`. */
function groupsOf({ items }: SectionOnPath): readonly (readonly Item[])[] {
  const groups: Item[][] = []
  for (const item of items) {
    const last = groups[groups.length - 1]
    if (last && 'joined' in item) last.push(item)
    else groups.push([item])
  }
  return groups
}

function hasOpening({ section }: SectionOnPath): boolean {
  return section.sensitive || section.intro !== undefined
}

/** Takes back all that was answered in a section, on the way or off it. */
export function clearSection(survey: Survey, code: string): void {
  const section = survey.questionnaire.sections.find((one) => one.code === code)
  for (const item of section?.items ?? []) {
    survey.answers = without(survey.answers, item.code)
    survey.typed = without(survey.typed, item.code)
    survey.seen = others(survey.seen, item.code)
  }
}

export function others(codes: readonly string[], code: string): readonly string[] {
  return codes.filter((one) => one !== code)
}
