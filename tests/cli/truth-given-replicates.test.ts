import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { runCli } from './run-cli.ts'

// Fay's half-samples, BRR, paired jackknife, an unequal set and a bootstrap, as designs.json says:
// figures of R 4.2.2, survey 4.1-1 (make-truth.R beside them).
it('replicate weights that come with the data are read by what designs.json says of them', () => {
  const folder = fileURLToPath(new URL('../truth/given-replicates', import.meta.url))
  const { out } = runCli('truth', '--dir', folder)
  expect(out).toMatch(/^345 reproduced, 0 wrong, 0 not covered$/m)
})
