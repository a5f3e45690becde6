import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const css = readFileSync(join(import.meta.dirname, '../../../web/ui/tokens.css'), 'utf8')
const [light = '', dark = ''] = css.split('@media (prefers-color-scheme: dark)')

function colours(part: string): ReadonlyMap<string, string> {
  return new Map(
    [...part.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name = '', hex = '']) => [name, hex]),
  )
}

/** WCAG 2.2: (L1 + 0.05) / (L2 + 0.05), L by the relative luminance of sRGB. */
function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b)
  return (high + 0.05) / (low + 0.05)
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

const TEXT_PAIRS = [
  ['ink', 'paper'],
  ['ink', 'paper-raised'],
  ['ink', 'accent-wash'],
  ['ink-quiet', 'paper'],
  ['ink-quiet', 'paper-raised'],
  ['ink-quiet', 'accent-wash'],
  ['accent', 'paper'],
  ['accent', 'accent-wash'],
  ['accent-strong', 'paper-raised'],
  ['on-accent', 'accent'],
  ['on-accent', 'accent-strong'],
  ['error', 'paper'],
  ['error', 'error-wash'],
  ['notice', 'notice-wash'],
  ['notice', 'paper'],
  ['on-track', 'paper'],
  ['off-track', 'paper'],
  ['too-close', 'paper'],
  ['no-verdict', 'paper'],
] as const

const EDGE_PAIRS = [
  ['line-strong', 'paper'],
  ['focus', 'paper'],
  ['focus', 'paper-raised'],
] as const

describe.each([
  ['light', colours(light)],
  ['dark', colours(dark.split('@media print')[0] ?? '')],
])('colours in the %s', (_, found) => {
  const of = (name: string) => found.get(name) ?? '#000000'

  it.each(TEXT_PAIRS)('%s on %s can be read: 4.5 to 1', (ink, paper) => {
    expect(contrast(of(ink), of(paper))).toBeGreaterThanOrEqual(4.5)
  })

  it.each(EDGE_PAIRS)('%s stands out from %s: 3 to 1', (edge, paper) => {
    expect(contrast(of(edge), of(paper))).toBeGreaterThanOrEqual(3)
  })

  it('names the same colours as the other', () => {
    expect([...found.keys()].toSorted()).toEqual([...colours(light).keys()].toSorted())
  })
})

it('the contrast of black on white is 21', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 10)
})
