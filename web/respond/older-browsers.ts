// Chrome 87 and Safari 14 lack `Object.hasOwn`, which the shared routing and checks use.
if (typeof Object.hasOwn !== 'function') {
  Object.defineProperty(Object, 'hasOwn', {
    value: (holder: object, name: PropertyKey) => Object.prototype.hasOwnProperty.call(holder, name),
  })
}

export {}
