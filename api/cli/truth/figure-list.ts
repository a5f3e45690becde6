import { z } from 'zod'
import { DesignChoice } from './design-choice.ts'
import list from './figures.json' with { type: 'json' }

/**
 * What one key of `truth.json` means. A key is a path whose names in braces match any name; what
 * they matched replaces them in the options. `given` marks arguments that stand among figures.
 */
const FigureEntry = z.looseObject({
  key: z.string(),
  estimator: z.string().default(''),
  notCovered: z.string().optional(),
  given: z.literal(true).optional(),
  /** Relative difference up to which a figure is reproduced. */
  tolerance: z.number().default(1e-10),
  /** The design that the figures are about; where the key has {design}, what that matched. */
  design: DesignChoice.optional(),
})
export type FigureEntry = z.infer<typeof FigureEntry>

const ENTRIES = z.array(FigureEntry).parse(list.figures)
const PATTERNS = ENTRIES.map((entry) => ({ entry, names: entry.key.split('/').map(patternOf) }))

/**
 * The entry for the figures at a path, if there is one. A name that joins a design and another
 * with a dot is taken apart by the names that designs have.
 */
export function entryAt(path: readonly string[], designs: readonly string[] = []): FigureEntry | undefined {
  for (const { entry, names } of PATTERNS) {
    if (names.length !== path.length) continue
    const matches = names.map((name, depth) => name.exec(path[depth] ?? ''))
    if (!matches.every((match) => match !== null)) continue
    const found: Record<string, string> = Object.assign({}, ...matches.map(({ groups }) => groups ?? {}))
    return filledIn(entry, withWholeDesign(found, designs))
  }
  return undefined
}

/** Whether there are entries for places below a path. */
export function hasEntriesBelow(path: readonly string[]): boolean {
  return PATTERNS.some(
    ({ names }) => names.length > path.length && path.every((name, depth) => names[depth]?.test(name)),
  )
}

/** Moves what belongs to the design's name out of the variable's. */
function withWholeDesign(
  { design, variable, ...others }: Readonly<Record<string, string>>,
  designs: readonly string[],
): Readonly<Record<string, string>> {
  if (design === undefined || variable === undefined) {
    return { ...others, ...(design !== undefined && { design }), ...(variable !== undefined && { variable }) }
  }
  const both = `${design}.${variable}`
  const longest = designs
    .filter((name) => both.startsWith(`${name}.`))
    .toSorted((a, b) => b.length - a.length)[0]
  const whole = longest ?? design
  return { ...others, design: whole, variable: both.slice(whole.length + 1) }
}

function patternOf(name: string): RegExp {
  const escaped = name.replaceAll(/[.*+?^$()|[\]\\]/g, String.raw`\$&`)
  return new RegExp(`^${escaped.replaceAll(/\{(\w+)\}/g, '(?<$1>.+?)')}$`)
}

function filledIn(entry: FigureEntry, names: Readonly<Record<string, string>>): FigureEntry {
  const text = Object.entries(names).reduce(
    (json, [name, found]) => json.replaceAll(`{${name}}`, JSON.stringify(found).slice(1, -1)),
    JSON.stringify(entry),
  )
  return { ...names, ...FigureEntry.parse(JSON.parse(text)) }
}
