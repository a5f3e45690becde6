import {
  Figure,
  figureCount,
  type FigureTree,
  GIVEN,
  isBranch,
  isInfinity,
  partsOf,
  type TruthTree,
} from './figure-tree.ts'

/** How a group of computed figures stands beside the truth. */
export interface Comparison {
  readonly reproduced: number
  /** Largest |difference| / max(|truth|, scale) of any figure. */
  readonly worst: number
  /** Where figures or labels differ, and how. */
  readonly wrong: readonly string[]
  /** Figures of the truth that were not computed, by place. */
  readonly absent: readonly string[]
  /** How many figures those are. */
  readonly absentFigures: number
}

/**
 * Compares computed figures with the truth, leaf by leaf: a figure is reproduced where
 * |difference| <= tolerance · max(|truth|, scale), and NaN where the truth has `null`. Labels are
 * no figures, but one that differs is wrong. A list of one stands for its only member, as in the truth.
 */
export function compareFigures(truth: TruthTree, computed: FigureTree, tolerance: number): Comparison {
  const comparison = { reproduced: 0, worst: 0, wrong: [], absent: [], absentFigures: 0 }
  compareParts({ truth, computed, place: '' }, tolerance, comparison)
  return comparison
}

interface Tally {
  reproduced: number
  worst: number
  wrong: string[]
  absent: string[]
  absentFigures: number
}

interface Parts {
  readonly truth: TruthTree
  readonly computed: FigureTree | undefined
  readonly place: string
}

function compareParts({ truth, computed, place }: Parts, tolerance: number, tally: Tally): void {
  if (computed === GIVEN) return
  if (computed === undefined) {
    noteAbsent(truth, place, tally)
  } else if (isBranch(truth)) {
    const parts = partsOf(truth)
    for (const [name, part] of parts) {
      const member = memberOf(computed, name, parts.length)
      compareParts({ truth: part, computed: member, place: `${place}/${name}` }, tolerance, tally)
    }
  } else if (truth === null || typeof truth === 'number' || isInfinity(truth)) {
    compareNumber({ truth, computed: soleMember(computed), place }, tolerance, tally)
  } else if (soleMember(computed) !== truth) {
    tally.wrong.push(`${place}: label ${truth}, not ${JSON.stringify(computed)}`)
  }
}

function noteAbsent(truth: TruthTree, place: string, tally: Tally): void {
  const figures = figureCount(truth)
  if (figures === 0) return
  tally.absentFigures += figures
  tally.absent.push(place)
}

function compareNumber(
  { truth, computed, place }: { truth: number | string | null; computed: FigureTree; place: string },
  tolerance: number,
  tally: Tally,
): void {
  const expected = truth === null ? Number.NaN : Number(truth)
  const { value, scale } = computed instanceof Figure ? computed : { value: computed ?? Number.NaN, scale: 0 }
  if (Object.is(value, expected) || value === expected) {
    tally.reproduced++
    return
  }
  const difference = typeof value === 'number' ? Math.abs(value - expected) : Number.NaN
  const distance = difference / Math.max(Math.abs(expected), scale)
  if (distance <= tolerance) tally.reproduced++
  else tally.wrong.push(`${place}: ${truth}, not ${JSON.stringify(value)}`)
  if (distance > tally.worst) tally.worst = distance
}

/** The truth writes a list of one as its member, at any depth. */
function soleMember(tree: FigureTree): FigureTree {
  return isList(tree) && tree.length === 1 && tree[0] !== undefined ? soleMember(tree[0]) : tree
}

function memberOf(tree: FigureTree, name: string, parts: number): FigureTree | undefined {
  if (isList(tree))
    return tree.length === 1 && parts > 1 && tree[0] !== undefined
      ? memberOf(tree[0], name, parts)
      : tree[Number(name)]
  return isNamed(tree) && Object.hasOwn(tree, name) ? tree[name] : undefined
}

function isList(tree: FigureTree): tree is readonly FigureTree[] {
  return Array.isArray(tree)
}

function isNamed(tree: FigureTree): tree is { readonly [name: string]: FigureTree } {
  return typeof tree === 'object' && tree !== null && !(tree instanceof Figure) && !isList(tree)
}
