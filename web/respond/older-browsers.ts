/** Gives Chrome 87 and Safari 14 what the shared routing and checks use and they lack. */
export function supportOlderBrowsers(): void {
  if (typeof Object.hasOwn === 'function') return
  Object.defineProperty(Object, 'hasOwn', {
    value: (holder: object, name: PropertyKey) => Object.prototype.hasOwnProperty.call(holder, name),
  })
}
