import type { ComponentChildren } from 'preact'

interface FactsProps {
  /** Names and what they come to; one without a text is left out. */
  facts: readonly { readonly name: string; readonly text: ComponentChildren }[]
}

/** A few named figures side by side. */
export function Facts({ facts }: FactsProps) {
  return (
    <dl class="facts">
      {facts
        .filter(({ text }) => text !== undefined)
        .map(({ name, text }) => (
          <div class="fact" key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
    </dl>
  )
}
