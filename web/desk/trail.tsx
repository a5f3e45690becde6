interface TrailProps {
  steps: readonly { readonly name: string; readonly href: string }[]
}

/** The way up from a page: composite, sub-index, indicator. */
export function Trail({ steps }: TrailProps) {
  return (
    <nav class="trail small no-print" aria-label="Đường về">
      <ol>
        {steps.map(({ name, href }) => (
          <li key={href}>
            <a href={href}>{name}</a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
