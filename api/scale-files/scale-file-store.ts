import type { ScaleLink } from '../../analysis/estimation.ts'
import type { ScaleLinkInputs } from '../../analysis/scale-link/scale-of-plan.ts'
import { canonicalJson } from '../../survey-definitions/canonical-json.ts'
import type { ScaleFile } from '../../survey-definitions/scale-link-schema.ts'
import type { Database } from '../db/database.ts'
import type { Wave } from '../waves/wave-store.ts'

/** The file that leads a wave's scores onto the scale of its targets. */
export async function findScaleFile({ query }: Database, wave: string): Promise<ScaleFile | undefined> {
  const row = await query
    .selectFrom('scale_file')
    .select('document')
    .where('wave', '=', wave)
    .executeTakeFirst()
  if (!row) return undefined
  const stored: ScaleFile = JSON.parse(row.document)
  return stored
}

/** Puts a file in the place of the one that was there. */
export async function putScaleFile({ query }: Database, wave: string, file: ScaleFile): Promise<void> {
  const document = canonicalJson(file)
  await query
    .insertInto('scale_file')
    .values({ wave, document })
    .onConflict((conflict) => conflict.column('wave').doUpdateSet({ document }))
    .execute()
}

export async function deleteScaleFile({ query }: Database, wave: string): Promise<void> {
  await query.deleteFrom('scale_file').where('wave', '=', wave).execute()
}

/** How a wave's scores lead to the scale, as the analysis takes it. */
export interface WaveScale {
  readonly scaleLink: ScaleLink
  readonly linkInputs: ScaleLinkInputs
}

/**
 * A baseline wave or past pairs are a link of their own, whatever the wave says; a profile only
 * widens the edition's anchors, where the edition is the link.
 */
export function scaleOf({ scale_link }: Pick<Wave, 'scale_link'>, file: ScaleFile | undefined): WaveScale {
  if (file?.format === 'pci-pulse/baseline-wave/1')
    return { scaleLink: 'baseline-wave', linkInputs: { baselineWave: file } }
  if (file?.format === 'pci-pulse/past-pairs/1')
    return { scaleLink: 'past-pairs', linkInputs: { pastPairs: file } }
  return { scaleLink: scale_link, linkInputs: { profile: file } }
}
