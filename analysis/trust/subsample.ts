import type { AnswerColumn } from '../answer-column.ts'
import type { Sample } from '../sample.ts'

/**
 * Some firms of a sample, by their places, as a sample of its own: their indicators, and of the items
 * those that are asked for, such as the ones that margins are of.
 *
 * Cost: O(firms · (indicators + items)).
 *
 * @example
 * subsample(sample, { firms: Uint32Array.of(0, 5), items: [] }).firms // => 2
 */
export function subsample(
  sample: Sample,
  { firms, items }: { readonly firms: Uint32Array; readonly items: readonly string[] },
): Sample {
  const { names } = sample.channelOf
  const codes = copied(sample.channelOf.codes, { into: sample.channelOf.codes.slice(0, firms.length), firms })
  return {
    firms: firms.length,
    channels: Object.fromEntries(
      names
        .map(
          (name, place) => [name, codes.reduce((count, code) => count + Number(code === place), 0)] as const,
        )
        .filter(([, count]) => count > 0),
    ),
    channelOf: { names, codes },
    columns: new Map(
      items.flatMap((item) => {
        const column = sample.columns.get(item)
        return column ? [[item, partOf(column, firms)] as const] : []
      }),
    ),
    indicators: new Map(
      [...sample.indicators].map(([indicator, column]) => [
        indicator,
        { ...column, codes: copied(column.codes, { into: column.codes.slice(0, firms.length), firms }) },
      ]),
    ),
  }
}

function partOf(column: AnswerColumn, firms: Uint32Array): AnswerColumn {
  if (column.kind === 'choice')
    return { ...column, codes: copied(column.codes, { into: column.codes.slice(0, firms.length), firms }) }
  const missing = copied(column.missing, { into: column.missing.slice(0, firms.length), firms })
  if (column.kind === 'choices')
    return {
      ...column,
      ticks: copied(column.ticks, { into: column.ticks.slice(0, firms.length), firms }),
      missing,
    }
  return {
    ...column,
    numbers: copied(column.numbers, { into: column.numbers.slice(0, firms.length), firms }),
    missing,
  }
}

type Cells = Int8Array | Int16Array | Uint8Array | Uint16Array | Uint32Array | Float64Array

/** Into an array of the same kind, long enough. */
function copied<Column extends Cells>(
  column: Column,
  { into, firms }: { into: Column; firms: Uint32Array },
): Column {
  for (const [place, firm] of firms.entries()) into[place] = column[firm] ?? 0
  return into
}
