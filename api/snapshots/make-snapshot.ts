import { estimate } from '../../analysis/estimate-sample.ts'
import type { Estimation } from '../../analysis/estimation.ts'
import { itemDistribution } from '../../analysis/item-distribution.ts'
import { createSampleBuilder } from '../../analysis/sample.ts'
import { canonicalJson } from '../../survey-definitions/canonical-json.ts'
import type { Questionnaire } from '../../survey-definitions/questionnaire-schema.ts'
import { dayOf } from '../day.ts'
import type { Database } from '../db/database.ts'
import { findEdition, findPlan, findQuestionnaire } from '../definitions/definition-store.ts'
import type { Dependencies } from '../dependencies.ts'
import { digestOf } from '../digest.ts'
import { hardValuesOf } from '../hard-values/hard-value-store.ts'
import { marginsOf } from '../margins/margin-store.ts'
import { PRODUCT_VERSION } from '../product-version.ts'
import { currentAnswers } from '../responses/current-answers.ts'
import { profileCoarsening } from '../responses/profile-coarsening.ts'
import { findReleased, type Released, responsePages } from '../responses/response-store.ts'
import { findScaleFile, scaleOf } from '../scale-files/scale-file-store.ts'
import type { SnapshotView } from '../views.ts'
import { getWave, type Wave } from '../waves/wave-store.ts'
import { insertSnapshot } from './snapshot-store.ts'
import { withholdSmallCounts } from './withhold-small-counts.ts'

/**
 * Analyses all that has been released in a wave, with its present margins, hard values and scale
 * link, and stores the result beside the digests of everything it came from. Undefined while
 * nothing is released.
 */
export async function makeSnapshot(
  { database, now }: Pick<Dependencies, 'database' | 'now'>,
  waveId: string,
): Promise<SnapshotView | undefined> {
  const released = await findReleased(database, waveId)
  if (released.release === 0) return undefined
  const wave = await getWave(database, waveId)
  const { estimation, digests } = await analyse(database, wave, released)
  return insertSnapshot(database, waveId, {
    release: released.release,
    day: dayOf(now()),
    estimation,
    digests,
  })
}

interface Analysis {
  readonly estimation: Estimation
  readonly digests: Readonly<Record<string, string>>
}

async function analyse(database: Database, wave: Wave, released: Released): Promise<Analysis> {
  const edition = await findEdition(database, wave.edition_hash)
  const plan = await findPlan(database, wave.plan_hash)
  const questionnaire = await findQuestionnaire(database, wave.questionnaire_hash)
  if (!edition || !questionnaire) throw new Error('The wave names a definition that was never published')
  const margins = await marginsOf(database, wave.id, questionnaire)
  const hardValues = await hardValuesOf(database, wave.id)
  const scaleFile = await findScaleFile(database, wave.id)
  const { sample, profiles, digest } = await readSample(database, { wave, released, questionnaire })

  const estimation = estimate({
    edition,
    questionnaire,
    sample,
    plan,
    margins,
    hardValues,
    ...scaleOf(wave, scaleFile),
    confidence: plan?.confidence,
  })
  return {
    estimation: withholdSmallCounts(estimation, { questionnaire, profiles }),
    digests: {
      edition: wave.edition_hash,
      plan: wave.plan_hash,
      questionnaire: wave.questionnaire_hash,
      margins: await digestOf(canonicalJson(margins)),
      hardValues: await digestOf(canonicalJson(hardValues ?? {})),
      scaleFile: await digestOf(canonicalJson(scaleFile ?? {})),
      responses: digest,
      product: PRODUCT_VERSION,
    },
  }
}

async function readSample(
  database: Database,
  { wave, released, questionnaire }: { wave: Wave; released: Released; questionnaire: Questionnaire },
) {
  const answersOf = currentAnswers(database, wave)
  const builder = createSampleBuilder(questionnaire)
  // Weights need profiles as they are; what is shown of them is what an export shows.
  const { coarsen } = await profileCoarsening(database, { wave, questionnaire, released })
  const shown = createSampleBuilder(profileOf(questionnaire))
  // Chained page by page: the web's digest takes no streams.
  let digest = ''
  for await (const page of responsePages(database, released)) {
    digest = await digestOf([digest, ...page.map(({ id, answers }) => `${id} ${answers}`)].join('\n'))
    for (const response of page) {
      const { channel } = response
      const answers = await answersOf(response)
      builder.add([{ channel, answers }])
      shown.add([{ channel, answers: coarsen(answers) }])
    }
  }
  const profiles = [...shown.sample().columns].map(([item, column]) => itemDistribution(item, column))
  return { sample: builder.sample(), profiles, digest }
}

/** The questionnaire as far as it divides the population. */
function profileOf(questionnaire: Questionnaire): Questionnaire {
  const sections = questionnaire.sections.map((section) => ({
    ...section,
    items: section.items.flatMap((item) =>
      item.kind !== 'note' && item.stratifier ? [{ ...item, indicators: [] }] : [],
    ),
  }))
  return { ...questionnaire, sections }
}
