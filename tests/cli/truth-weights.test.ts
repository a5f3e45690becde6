import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { runCli } from './run-cli.ts'

const SHARED = fileURLToPath(new URL('../../../shared/truth/r-survey', import.meta.url))

it.skipIf(!existsSync(SHARED))(
  'every figure of R on calibration, trimming and replicates is reproduced (needs ../shared/truth/r-survey)',
  () => {
    const { out } = runCli('truth', '--dir', SHARED)
    expect(out).toMatch(/^strat_fpc cal_logit_api99 mean: 91 of 91 reproduced/m)
    expect(out).toMatch(/^replicates replicate-statistics: 380 of 380 reproduced/m)
    expect(out).not.toMatch(/(wrong|not covered): (calibration|trim|replicates|raoWu)\b/)
  },
)
