import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'

/** The page the browser opened first keeps the focus where the browser put it. */
let opened = false

/** The heading of a page: names the tab and takes the focus when one comes here by a link. */
export function PageHeading({ title, children }: { title: string; children?: ComponentChildren }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useLayoutEffect(() => {
    document.title = `${title} – Nhịp PCI`
    if (opened) heading.current?.focus({ preventScroll: true })
    opened = true
  }, [title])
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children ?? title}
    </h1>
  )
}
