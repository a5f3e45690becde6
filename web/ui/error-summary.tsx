interface ErrorSummaryProps {
  readonly title: string
  readonly errors: readonly { readonly field: string; readonly message: string }[]
}

/** What to put right, on top of the page; each line leads to its field. Whoever shows it moves the focus to it. */
export function ErrorSummary({ title, errors }: ErrorSummaryProps) {
  return (
    <section class="error-summary" aria-labelledby="error-summary-title" tabIndex={-1}>
      <h2 id="error-summary-title">{title}</h2>
      <ul>
        {errors.map(({ field, message }) => (
          <li key={field}>
            <a
              href={`#${field}`}
              onClick={(event) => {
                // The address stays as it is.
                event.preventDefault()
                document.getElementById(field)?.focus()
              }}
            >
              {message}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
