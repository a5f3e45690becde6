import type { ComponentChildren } from 'preact'

/** The view's one h1, which takes the focus when the page is turned. */
export function PageHeading({
  id,
  children,
}: {
  readonly id?: string
  readonly children: ComponentChildren
}) {
  return (
    <h1 id={id} tabIndex={-1}>
      {children}
    </h1>
  )
}
