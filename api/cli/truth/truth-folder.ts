import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { InputProblem } from '../command.ts'
import { readJson } from '../read-inputs.ts'
import type { TruthTree } from './figure-tree.ts'
import { NotCovered } from './not-covered.ts'
import { readSurveyTable, type SurveyTable } from './survey-table.ts'

/** How a design reads its data set; stages in order. */
export const DesignForm = z.object({
  data: z.string(),
  clusters: z.array(z.string()).optional(),
  strata: z.array(z.string()).optional(),
  weights: z.string().optional(),
  fpc: z.array(z.string()).optional(),
  nest: z.boolean().optional(),
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
  if (!designs.success) throw new InputProblem(`designs.json: ${z.prettifyError(designs.error)}`)
  const truth = z.json().parse(readJson(join(folder, 'truth.json')))
  const tables = new Map<string, SurveyTable>()
  return {
    truth,
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
