import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ['**/*.test.ts'],
    // A time zone far from the server's and from Việt Nam's: a date that leans on the local clock fails here.
    env: { TZ: 'Pacific/Apia' },
    testTimeout: 120_000,
    hookTimeout: 240_000,
    maxWorkers: 2,
  },
})
