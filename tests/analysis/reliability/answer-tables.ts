import fc from 'fast-check'

/** Firms' answers to items, a row a firm; every item and the sum of items vary. */
export function answerTables({ items }: { items: number }): fc.Arbitrary<readonly (readonly number[])[]> {
  const row = fc.array(fc.integer({ min: 1, max: 6 }), { minLength: items, maxLength: items })
  return fc.array(row, { minLength: 6, maxLength: 30 }).filter((table) => {
    const varies = (values: readonly number[]) => new Set(values).size > 1
    const eachVaries = columnsOf(table).every((answers) => varies([...answers]))
    const sums = table.map((answers) => answers.reduce((sum, x) => sum + x, 0))
    const restsVary = Array.from({ length: items }, (_none, item) =>
      varies(table.map((answers, firm) => (sums[firm] ?? 0) - (answers[item] ?? 0))),
    )
    return eachVaries && varies(sums) && (items === 1 || restsVary.every(Boolean))
  })
}

/** The same, a column an item. */
export function columnsOf(table: readonly (readonly number[])[]): readonly Float64Array[] {
  return (table[0] ?? []).map((_answer, item) => Float64Array.from(table, (row) => row[item] ?? Number.NaN))
}
