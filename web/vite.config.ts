import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import { previewBuild } from './preview-build.ts'
import { respondBuild } from './respond-build.ts'

const file = (path: string): string => fileURLToPath(new URL(path, import.meta.url))
const api = 'http://localhost:8787'

// Phones keep the browser inside Zalo for years: Chrome 87 and Safari 14 are the floor.
const oldest = ['chrome87', 'safari14']

export default defineConfig({
  root: file('.'),
  // `public` is a page here, not files to copy.
  publicDir: false,
  plugins: [respondBuild(), previewBuild()],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact', development: false } },
  build: {
    outDir: file('dist'),
    emptyOutDir: true,
    target: oldest,
    cssTarget: oldest,
    modulePreload: { polyfill: false },
    // Nothing inlined as data: the page's policy lets only files of its own in.
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: {
        desk: file('desk/index.html'),
        public: file('public/index.html'),
      },
    },
  },
  server: { proxy: { '/api': api, '/s': api, '/q': api } },
})
