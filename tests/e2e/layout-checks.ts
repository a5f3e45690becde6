import type { Page } from 'playwright-core'

/** A line of text or a control, and the room it takes. */
interface Piece {
  readonly element: Element
  readonly box: DOMRect
}

/**
 * What is wrong with how a view is laid out, at the window's width: it runs over the side, a text is cut
 * or covered, two things lie on each other, or a thing to tap is too low. One line a fault.
 */
export function layoutFaults(page: Page): Promise<readonly string[]> {
  return page.evaluate(SCRIPT)
}

// What follows runs in the page, all of it sent there together: it may call itself and nothing else.

function isShown(element: Element): boolean {
  return (
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
    element.closest('.visually-hidden') === null
  )
}

function named({ textContent, className, tagName }: Element): string {
  return `${tagName.toLowerCase()}.${className} “${textContent?.trim().slice(0, 60)}”`
}

/** Every line of text that is seen, with the element that holds it. */
function linesShown(): readonly Piece[] {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const lines: Piece[] = []
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement
    const isText = element && !element.matches('script, style, textarea') && node.textContent?.trim()
    if (!isText || !isShown(element)) continue
    const range = document.createRange()
    range.selectNodeContents(node)
    for (const box of range.getClientRects()) lines.push({ element, box })
  }
  return lines
}

function controlsShown(): readonly Piece[] {
  return [...document.querySelectorAll('button, a, input, textarea, summary')]
    .filter(isShown)
    .map((element) => ({ element, box: element.getBoundingClientRect() }))
}

function overSide(): readonly string[] {
  const over = document.documentElement.scrollWidth - innerWidth
  const lines = linesShown().filter(({ box }) => box.left < -1 || box.right > innerWidth + 1)
  return [
    ...(over > 0 ? [`runs ${over} px over the side`] : []),
    ...lines.map(({ element }) => `over the side: ${named(element)}`),
  ]
}

function isClipping(element: Element): boolean {
  const { overflow, display, contentVisibility } = getComputedStyle(element)
  return display !== 'inline' && (overflow !== 'visible' || contentVisibility === 'auto')
}

/** What is typed into a long text is rolled, not cut. */
function cutTexts(): readonly string[] {
  return [...document.body.querySelectorAll('*:not(textarea)')].flatMap((element) => {
    const text = element instanceof HTMLInputElement ? element.value : element.textContent
    if (!text?.trim() || !isClipping(element) || !isShown(element)) return []
    const { scrollWidth, clientWidth, scrollHeight, clientHeight } = element
    const isCut = scrollWidth > clientWidth + 1 || scrollHeight > clientHeight + 1
    return isCut
      ? [`cut: ${named(element)}: ${scrollWidth} x ${scrollHeight} in ${clientWidth} x ${clientHeight}`]
      : []
  })
}

function overlaps(): readonly string[] {
  const pieces = [...linesShown(), ...controlsShown()]
  const areRelated = (one: Element, other: Element) => one.contains(other) || other.contains(one)
  const meet = (one: DOMRect, other: DOMRect) =>
    Math.min(one.right, other.right) - Math.max(one.left, other.left) > 1 &&
    Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 1
  return pieces.flatMap((one, place) =>
    pieces
      .slice(place + 1)
      .filter((other) => meet(one.box, other.box) && !areRelated(one.element, other.element))
      .map((other) => `overlap: ${named(one.element)} and ${named(other.element)}`),
  )
}

/** Texts that lie under something else anywhere: whoever taps them there meets that. */
function coveredTexts(): readonly string[] {
  return linesShown().flatMap(({ element, box }) => {
    const y = (box.top + box.bottom) / 2
    const places = [box.left + 1, (box.left + box.right) / 2, box.right - 1]
    const cover = places.map((x) => document.elementFromPoint(x, y)).find((met) => !belongs(met, element))
    return cover ? [`covered: ${named(element)} by ${named(cover)}`] : []
  })
}

function belongs(met: Element | null, element: Element): boolean {
  const label = element.closest('label')
  return !met || met.contains(element) || element.contains(met) || (label?.contains(met) ?? false)
}

/** Links within a sentence are as high as its lines (WCAG 2.2, 2.5.8). */
function lowTargets(): readonly string[] {
  const targets = 'button, a, summary, textarea, .input, label:has([type=radio], [type=checkbox])'
  const isInline = (element: Element) =>
    getComputedStyle(element).display === 'inline' &&
    element.parentElement?.textContent?.trim() !== element.textContent?.trim()
  return [...document.querySelectorAll(targets)]
    .filter((element) => isShown(element) && !isInline(element))
    .filter((element) => element.getBoundingClientRect().height < 43.9)
    .map((element) => `low, ${element.getBoundingClientRect().height} px: ${named(element)}`)
}

const CHECKS = [overSide, cutTexts, overlaps, coveredTexts, lowTargets]

const SCRIPT = `(() => {
  ${[isShown, isClipping, belongs, named, linesShown, controlsShown, ...CHECKS].join('\n')}
  scrollTo(0, 0)
  return [${CHECKS.map(({ name }) => `...${name}()`).join()}]
})()`
