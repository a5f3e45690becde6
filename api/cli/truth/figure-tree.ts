/** A computed figure with the size that its error is measured against where the figure itself is small. */
export class Figure {
  readonly value: number
  /** The estimate of a standard error, the product of the two standard errors of a covariance. */
  readonly scale: number

  constructor(value: number, scale: number) {
    this.value = value
    this.scale = Math.abs(scale)
  }
}

/** Stands for an argument among figures (the probabilities of a grid): there is nothing to compare. */
export const GIVEN = Symbol('given')

/** Computed figures in the form in which the truth holds them; strings are labels. */
export type FigureTree =
  | number
  | string
  | null
  | Figure
  | typeof GIVEN
  | readonly FigureTree[]
  | { readonly [name: string]: FigureTree }

/** What `truth.json` may hold. */
export type TruthTree =
  | number
  | string
  | boolean
  | null
  | readonly TruthTree[]
  | { readonly [name: string]: TruthTree }

/** A part of a tree that has parts of its own. */
export type TruthBranch = Exclude<TruthTree, number | string | boolean | null>

export function isBranch(tree: TruthTree): tree is TruthBranch {
  return typeof tree === 'object' && tree !== null
}

/** The parts of a branch by name, without the labels that a matrix may lack. */
export function partsOf(branch: TruthBranch): readonly (readonly [string, TruthTree])[] {
  return Object.entries(branch).filter(
    ([name, part]: readonly [string, TruthTree]) => part !== null || (name !== 'rows' && name !== 'cols'),
  )
}

/** Numbers of a truth, leaf by leaf: what counts as figures. Strings other than infinities are labels. */
export function figureCount(tree: TruthTree): number {
  if (isBranch(tree)) return partsOf(tree).reduce((sum, [, part]) => sum + figureCount(part), 0)
  return Number(tree === null || typeof tree === 'number' || isInfinity(tree))
}

/** JSON has no infinity: the truth writes it as a word. */
export function isInfinity(leaf: unknown): leaf is 'Infinity' | '-Infinity' {
  return leaf === 'Infinity' || leaf === '-Infinity'
}
