import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { InputProblem } from '../command.ts'
import { readJson } from '../read-inputs.ts'
import { GivenReplicateForm } from './given-replicate-form.ts'
import type { TruthTree } from './figure-tree.ts'
import { NotCovered } from './not-covered.ts'
import { readSurveyTable, type SurveyTable } from './survey-table.ts'

/** Columns, one a stage; a single one may stand by itself, and none may be written as null. */
const Columns = z
  .union([z.array(z.string()), z.string().transform((column) => [column])])
  .nullish()
  .transform((columns) => columns ?? [])

/** How a design reads its data set; stages in order. */
export const DesignForm = z.object({
  data: z.string(),
  clusters: Columns,
  strata: Columns,
  weights: z
    .string()
    .nullish()
    .transform((column) => column ?? undefined),
  fpc: Columns,
  nest: z.boolean().nullish(),
  ...GivenReplicateForm.partial().shape,
})
export type DesignForm = z.infer<typeof DesignForm>

/** Figures from outside with the designs and data they were made from. */
export interface TruthFolder {
  readonly truth: TruthTree
  readonly designs: Readonly<Record<string, DesignForm>>
  readonly table: (file: string) => SurveyTable
}

/** Opens a folder of figures: `truth.json`, `designs.json`, and the CSVs as they are asked for. */
export function openTruthFolder(folder: string): TruthFolder {
  const designs = z.record(z.string(), DesignForm).safeParse(readJson(join(folder, 'designs.json')))
  if (!designs.success)
    throw new InputProblem(`${join(folder, 'designs.json')}: ${firstIssue(designs.error)}`)
  const truth = z.record(z.string(), z.json()).safeParse(readJson(join(folder, 'truth.json')))
  if (!truth.success) throw new InputProblem(`${join(folder, 'truth.json')}: ${firstIssue(truth.error)}`)
  const tables = new Map<string, SurveyTable>()
  return {
    truth: truth.data,
    designs: designs.data,
    table(file) {
      const path = join(folder, file)
      if (!existsSync(path)) throw new NotCovered(`${file} is not in the folder`)
      const table = tables.get(file) ?? readSurveyTable(path)
      tables.set(file, table)
      return table
    },
  }
}

function firstIssue({ issues: [issue] }: z.ZodError): string {
  return [...(issue?.path ?? []), issue?.message ?? 'another form'].join(': ')
}
