import { AnalysisError } from '../../../analysis/analysis-error.ts'
import { compareFigures, type Comparison } from './compare-figures.ts'
import { nameOfDesign } from './design-choice.ts'
import { entryAt, type FigureEntry, hasEntriesBelow } from './figure-list.ts'
import { FIGURE_MAKERS } from './figure-makers.ts'
import { figureCount, isBranch, partsOf, type TruthTree } from './figure-tree.ts'
import { NotCovered } from './not-covered.ts'
import type { TruthFolder } from './truth-folder.ts'

/** How the figures of one design and estimator stand. */
export interface GroupGrade {
  readonly name: string
  readonly figures: number
  readonly reproduced: number
  readonly worst: number
  readonly wrong: readonly string[]
  readonly notCovered: readonly Gap[]
}

interface Gap {
  readonly place: string
  readonly figures: number
  readonly reason: string
}

/** Computes every figure of a folder that the list knows and compares it with the truth. */
export function gradeFolder(folder: TruthFolder): readonly GroupGrade[] {
  const groups = new Map<string, GroupGrade>()
  for (const grade of gradesBelow([], folder.truth, folder)) {
    const before = groups.get(grade.name)
    groups.set(grade.name, before ? together(before, grade) : grade)
  }
  return [...groups.values()]
}

function gradesBelow(path: readonly string[], truth: TruthTree, folder: TruthFolder): readonly GroupGrade[] {
  const entry = entryAt(path, Object.keys(folder.designs))
  if (entry) return entry.given ? [] : [gradeEntry({ path, truth, entry }, folder)]
  if (isBranch(truth) && hasEntriesBelow(path)) {
    return partsOf(truth).flatMap(([name, part]) => gradesBelow([...path, name], part, folder))
  }
  return [uncovered(path[0] ?? '', { path, truth }, 'the key is not in figures.json')]
}

interface Place {
  readonly path: readonly string[]
  readonly truth: TruthTree
}

function gradeEntry({ path, truth, entry }: Place & { entry: FigureEntry }, folder: TruthFolder): GroupGrade {
  const design = entry.design === undefined ? path[0] : nameOfDesign(entry.design)
  const name = [design ?? '', entry.estimator].join(' ').trimEnd()
  const make = FIGURE_MAKERS.get(entry.estimator)
  if (!make) return uncovered(name, { path, truth }, entry.notCovered ?? `there is no ${entry.estimator}`)
  try {
    const computed = make(entry, { folder, truth })
    return gradeOf(name, path.join('/'), compareFigures(truth, computed, entry.tolerance))
  } catch (error) {
    if (!(error instanceof NotCovered || error instanceof AnalysisError)) throw error
    return uncovered(name, { path, truth }, error.message)
  }
}

function gradeOf(name: string, place: string, comparison: Comparison): GroupGrade {
  const { reproduced, worst, wrong, absent, absentFigures } = comparison
  const gap = {
    place: absent.map((part) => place + part).join(', '),
    figures: absentFigures,
    reason: 'its estimator does not give it',
  }
  return {
    name,
    figures: reproduced + wrong.length + absentFigures,
    reproduced,
    worst,
    wrong: wrong.map((difference) => place + difference),
    notCovered: absentFigures > 0 ? [gap] : [],
  }
}

function uncovered(name: string, { path, truth }: Place, reason: string): GroupGrade {
  const figures = figureCount(truth)
  const notCovered = figures > 0 ? [{ place: path.join('/'), figures, reason }] : []
  return { name, figures, reproduced: 0, worst: 0, wrong: [], notCovered }
}

function together(a: GroupGrade, b: GroupGrade): GroupGrade {
  return {
    name: a.name,
    figures: a.figures + b.figures,
    reproduced: a.reproduced + b.reproduced,
    worst: Math.max(a.worst, b.worst),
    wrong: [...a.wrong, ...b.wrong],
    notCovered: [...a.notCovered, ...b.notCovered],
  }
}
