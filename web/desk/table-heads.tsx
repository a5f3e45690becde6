interface TableHeadsProps {
  /** Of the column that names the row. */
  first: string
  /** Of the columns of figures. */
  figures: readonly string[]
}

/** The heads of a table of figures: what a row is about, then its figures. */
export function TableHeads({ first, figures }: TableHeadsProps) {
  return (
    <thead role="rowgroup">
      <tr role="row">
        <th role="columnheader" scope="col">
          {first}
        </th>
        {figures.map((figure) => (
          <th role="columnheader" scope="col" class="number" key={figure}>
            {figure}
          </th>
        ))}
      </tr>
    </thead>
  )
}
