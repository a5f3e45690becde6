import { expect, test } from 'vitest'
import { Edition } from '../../survey-definitions/edition-schema.ts'
import pci2017 from '../../survey-definitions/editions/pci-2017.json' with { type: 'json' }
import { EDITION, PLAN, RESPONSES } from './cli-inputs.ts'
import { fileWith, runCli } from './run-cli.ts'

test('estimate leads to the scale by past pairs or a baseline wave, and says what would settle it', () => {
  const own = { score: 6, standardError: 0.2, firms: 150 }
  const pairs = ['market-entry', 'land-access', 'transparency'].map((subIndex, k) => ({
    subIndex,
    year: 2023,
    own,
    official: 5.5 + 0.3 * k,
    officialSampleSize: 145,
  }))
  const edition = Edition.parse(pci2017).id
  const run = (...options: readonly string[]) =>
    runCli('estimate', '--edition', EDITION, '--responses', fileWith(RESPONSES), '--plan', PLAN, ...options)
  const corrected = run('--past-pairs', fileWith({ format: 'pci-pulse/past-pairs/1', edition, pairs }))
  expect(corrected.err).toMatch(/^land-access: P\(published >= 7\) .*by past-pairs; errors: .*bias 0\.\d\d/m)
  expect(corrected.err).toMatch(/^all of 10 targets met: 0\.\d{3}; expected: \d\.\d; at least 1: /m)
  expect(corrected.err).toContain('years as much: with fewer than three they cannot be told apart')

  const [pair] = pairs
  const subIndices = [{ subIndex: pair?.subIndex, own, official: 7.9 }]
  const wave = {
    format: 'pci-pulse/baseline-wave/1',
    edition,
    year: 2023,
    officialSampleSize: 145,
    subIndices,
  }
  const changed = run('--baseline', fileWith(wave))
  expect(changed.err).toMatch(/^market-entry: .*by baseline-wave; .*(firms|clear already|cannot settle)/m)
  expect(changed.err).toContain('land-access: no verdict (sub-index-not-linked)')
  expect(run('--baseline', fileWith(wave), '--scale-link', 'edition')).toMatchObject({
    code: 2,
    err: '--baseline is for --scale-link baseline-wave, not edition\n',
  })
  expect(run('--scale-link', 'past-pairs').err).toBe('--scale-link past-pairs requires --past-pairs\n')
  expect(run('--baseline', fileWith({ ...wave, edition: 'other' })).err).toContain('/edition another-edition')
})
