import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RespondShell } from '../../../api/pages/respond-shell.ts'
import { moduleWeights } from '../../../web/respond-build.ts'
import { benchmarkQuestionnaire } from '../../support/benchmark-questionnaire.ts'
import { buildPublicWeb } from '../../support/built-web.ts'
import { publishedQuestionnaire } from '../../support/definition-files.ts'
import { pageWeight, readShell, weightOfParts } from '../../support/page-weight.ts'
import noted from './weights.json' with { type: 'json' }

/** As the benchmark counts them: 14 are what a connection's first flight carries beside the headers. */
const KB = 1000

let folder: ReturnType<typeof buildPublicWeb>
let shell: RespondShell
beforeAll(() => {
  folder = buildPublicWeb()
  shell = readShell(folder.path)
})
afterAll(() => folder.remove())

/** Who grew since the weights were noted, heaviest growth first. */
async function whoGrew(): Promise<string> {
  const before: Readonly<Record<string, number>> = noted
  const growth = [...(await moduleWeights())].map(
    ([name, bytes]) => [bytes - (before[name] ?? 0), name, bytes] as const,
  )
  const grown = growth.filter(([more]) => more > 0).toSorted(([one], [other]) => other - one)
  return grown.map(([more, name, bytes]) => `+${more} ${name} (${bytes})`).join('\n')
}

describe('what a firm must fetch before it can answer', () => {
  it.each([
    ['the short questionnaire', () => publishedQuestionnaire('pci-pulse'), 11.6],
    ['the benchmark of 120 items', benchmarkQuestionnaire, 14],
    ['the full questionnaire', () => publishedQuestionnaire('pci-full'), 16.5],
  ])('is one response: %s', async (_, questionnaire, mostKilobytes) => {
    const bytes = pageWeight(questionnaire(), shell)
    const parts = JSON.stringify(weightOfParts(questionnaire(), shell))
    expect(bytes, `${parts}\n${await whoGrew()}`).toBeLessThan(mostKilobytes * KB)
  })
})
