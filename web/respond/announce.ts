/** Said to screen readers, once. */
export function announce(text: string): void {
  const region = document.querySelector('output')
  if (region) region.textContent = text
}
