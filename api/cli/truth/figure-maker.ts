import type { z } from 'zod'
import type { FigureTree, TruthTree } from './figure-tree.ts'
import { NotCovered } from './not-covered.ts'
import type { TruthFolder } from './truth-folder.ts'

/** Where figures are computed: the folder, and the truth they will be compared with. */
export interface FigureContext {
  readonly folder: TruthFolder
  /** The figures of the group, for arguments that stand among them (a grid of probabilities). */
  readonly truth: TruthTree
}

/** Computes the figures of one entry of the list. */
export type FigureMaker = (options: unknown, context: FigureContext) => FigureTree

/** A maker of figures whose options have this form; with others its figures are not covered. */
export function figureMaker<Schema extends z.ZodType>(
  schema: Schema,
  make: (options: z.infer<Schema>, context: FigureContext) => FigureTree,
): FigureMaker {
  return (options, context) => make(inForm(schema, options), context)
}

/** What was given, where it has this form. */
export function inForm<Schema extends z.ZodType>(schema: Schema, given: unknown): z.infer<Schema> {
  const parsed = schema.safeParse(given)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new NotCovered(`${issue?.path.join('/') ?? ''}: ${issue?.message ?? 'another form'}`)
}
