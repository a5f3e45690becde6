/**
 * A text of the page with its numbers or names put in for `#`, in order. Where one and many differ,
 * the text has both, divided by `|`.
 *
 * @example
 * say('1 answer|# answers', 12) // => '12 answers'
 */
export function say(text: string, ...values: readonly (string | number)[]): string {
  const [one = '', many = one] = text.split('|')
  let next = 0
  return (values[0] === 1 ? one : many).replace(/#/g, () => String(values[next++]))
}
