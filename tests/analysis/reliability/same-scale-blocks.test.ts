import { describe, expect, it } from 'vitest'
import { blockAnswers } from '../../../analysis/reliability/block-answers.ts'
import { sameScaleBlocks } from '../../../analysis/reliability/same-scale-blocks.ts'
import { sampleOf } from '../../../analysis/sample.ts'
import { publishedQuestionnaire } from '../../support/definition-files.ts'

const full = publishedQuestionnaire('pci-full')
const blocks = sameScaleBlocks(full)

describe('blocks of one scale', () => {
  it('are the items of a section that name the same scale', () => {
    for (const { section, scale, items } of blocks) {
      const own = full.sections.find(({ code }) => code === section)?.items ?? []
      const named = own.filter((item) =>
        scale === '1-5' ? item.kind === 'scale' : item.kind === 'single' && item.scale === scale,
      )
      expect(items).toEqual(named.map(({ code }) => code))
      expect(items.length).toBeGreaterThan(1)
    }
    expect(
      blocks.find(({ section, scale }) => section === 'legal-order' && scale === 'agree')?.items,
    ).toHaveLength(8)
    expect(blocks.some(({ scale }) => scale === '1-5')).toBe(true)
  })

  it('hold no item twice and none with options of its own', () => {
    const items = blocks.flatMap((block) => block.items)
    expect(new Set(items).size).toBe(items.length)
    const own = full.sections.flatMap((section) =>
      section.items.filter((item) => item.kind === 'single' && item.options).map(({ code }) => code),
    )
    expect(items.filter((item) => own.includes(item))).toEqual([])
  })
})

describe('answers to a block', () => {
  const block = blocks.find(({ scale }) => scale === 'service-use')
  const [first = '', second = ''] = block?.items ?? []
  const sample = sampleOf(full, [
    { channel: 'slip', answers: { [first]: 'used', [second]: 'no-need' } },
    { channel: 'slip', answers: { [first]: 'not-asked', [second]: 'dont-know' } },
  ])

  it('are places on the page, without those outside the base where steps are meant', () => {
    expect(block?.outside).toEqual(['no-need'])
    const { places, steps, asked } = blockAnswers(sample, { items: [first, second], outside: ['no-need'] })
    expect(places).toEqual([Float64Array.of(0, Number.NaN), Float64Array.of(2, Number.NaN)])
    expect(steps).toEqual([Float64Array.of(0, Number.NaN), Float64Array.of(Number.NaN, Number.NaN)])
    expect(asked).toEqual([Uint8Array.of(1, 0), Uint8Array.of(1, 1)])
  })

  it('leave out items that the sample does not hold', () => {
    expect(blockAnswers(sample, { items: ['nowhere'], outside: [] }).places).toEqual([])
  })
})
