import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { indicators, margins, readAnswers } from './bench-columns.ts'

/** The answers of a file for R: answers.csv, columns.csv, margins.csv. */
export function writeForR(folder: string, path: string, firms: number): void {
  const source = readAnswers(path, firms)
  const names = indicators.map((_one, place) => `i${place + 1}`)
  const lines = [[...source.stratifiers.map(({ item }) => item), ...names].join(',')]
  for (const chunk of source.chunks()) {
    for (let firm = 0; firm < chunk.firms; firm++) {
      const options = chunk.stratifiers.map((column) => `o${column[firm]}`)
      const numbers = chunk.indicators.map(
        (column, place) => indicators[place]?.numbers[(column[firm] ?? 0) - 1] ?? 'NA',
      )
      lines.push([...options, ...numbers].join(','))
    }
  }
  write('answers', lines)
  write('columns', ['column,as', ...indicators.map(({ as }, place) => `${names[place]},${as}`)])
  write('margins', [
    'item,option,count',
    ...margins.flatMap(({ item, counts }) =>
      Object.entries(counts).map(([option, count]) => `${item},${option},${count}`),
    ),
  ])

  function write(name: string, rows: readonly string[]): void {
    writeFileSync(join(folder, `${name}.csv`), `${rows.join('\n')}\n`)
  }
}
