const kept = new Map<string, string>()

/**
 * In the place of the device's store, which this page may not even look at: it has an origin of its
 * own. Test answers live as long as the page, and the page looks as it does where answers are kept.
 */
Object.defineProperty(window, 'localStorage', {
  value: {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, text: string) => void kept.set(name, text),
    removeItem: (name: string) => void kept.delete(name),
  },
})
