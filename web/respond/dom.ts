import { type Child, isMarkup, type Markup } from '../../survey-definitions/respondent/markup.ts'

/** Makes the element, with all that it holds. */
export function toDom({ tag, attributes, children }: Markup): HTMLElement {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false)
      element.setAttribute(name, value === true ? '' : String(value))
  }
  element.append(...nodesOf(children))
  return element
}

/** What elements and texts a child stands for. */
export function nodesOf(child: Child): readonly (HTMLElement | string)[] {
  if (child === undefined || child === false) return []
  if (isMarkup(child)) return [toDom(child)]
  return typeof child === 'object' ? child.flatMap(nodesOf) : [String(child)]
}
