import type { Dependencies } from '../dependencies.ts'

/** Placeholder until the analysis is there. */
export async function makeSnapshot(_dependencies: Dependencies, _wave: string): Promise<void> {}
