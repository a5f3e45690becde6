import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import { respondBuild } from './respond-build.ts'

const file = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** What the public sees, without the desk: the respondent's page and the front page. */
export default defineConfig({
  root: file('.'),
  publicDir: false,
  plugins: [respondBuild()],
  build: {
    outDir: file('dist'),
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: { input: { public: file('public/index.html') } },
  },
})
