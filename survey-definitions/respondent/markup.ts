/** An element as plain data: the browser makes DOM of it, the server HTML. */
export interface Markup {
  readonly tag: string
  readonly attributes: Attributes
  readonly children: readonly Child[]
}

/** `true` stands for an attribute without a value; `false` and `undefined` for none. */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>

/** What an element holds; `false` and `undefined` are nothing. */
export type Child = string | number | false | undefined | Markup | readonly Child[]

/**
 * One element.
 *
 * @example
 * el('p', { class: 'lead' }, 'Xin chào').tag // => 'p'
 */
export function el(tag: string, attributes: Attributes, ...children: readonly Child[]): Markup {
  return { tag, attributes, children }
}

export function isMarkup(child: Child): child is Markup {
  return typeof child === 'object' && 'tag' in child
}
