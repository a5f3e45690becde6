import { join } from 'node:path'
import { Miniflare } from 'miniflare'
import { build } from 'vite'
import { beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '../support/browser.ts'

interface EngineResult {
  readonly kernel: string
  readonly figures: string
}

let script: string
let onNode: EngineResult

beforeAll(async () => {
  script = await bundled()
  onNode = await runOnNode(script)
})

describe('one analysis', () => {
  it('has figures', () => {
    expect(onNode.kernel).toBe('simd')
    expect(onNode.figures.length).toBeGreaterThan(100_000)
    // The bits of 1.
    expect(onNode.figures).toContain('4607182418800017408 (1)')
  })

  it('is the same to the bit in workerd, which lets nobody compile WebAssembly', async () => {
    const { kernel, figures } = await runOnWorkerd(script)
    expect(kernel).toBe('plain')
    expect(differences(figures, onNode.figures)).toEqual([])
  })

  it('is the same to the bit in Chromium', async () => {
    const { kernel, figures } = await runInChromium(script)
    expect(kernel).toBe('simd')
    expect(differences(figures, onNode.figures)).toEqual([])
  })
})

/** The first lines in which two texts differ. */
function differences(one: string, other: string): readonly string[] {
  const [lines, others] = [one.split('\n'), other.split('\n')]
  if (lines.length !== others.length) return [`${lines.length} lines and ${others.length}`]
  return lines.flatMap((line, k) => (line === others[k] ? [] : [`${line} ≠ ${others[k]}`])).slice(0, 20)
}

/** The analysis as one script that knows no engine. */
async function bundled(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'es2023',
      minify: false,
      lib: { entry: join(import.meta.dirname, 'fixed-analysis.ts'), formats: ['es'] },
    },
  })
  const [bundle] = Array.isArray(built) ? built : [built]
  const chunk = bundle && 'output' in bundle ? bundle.output[0] : undefined
  if (chunk?.type !== 'chunk') throw new Error('The analysis was not bundled')
  return chunk.code
}

async function runOnNode(code: string): Promise<EngineResult> {
  const url = `data:text/javascript;base64,${Buffer.from(code).toString('base64')}`
  const { fixedAnalysis } = (await import(/* @vite-ignore */ url)) as { fixedAnalysis: () => EngineResult }
  return fixedAnalysis()
}

async function runOnWorkerd(code: string): Promise<EngineResult> {
  const worker = `import { fixedAnalysis } from './analysis.js'
    export default { fetch: () => Response.json(fixedAnalysis()) }`
  const miniflare = new Miniflare({
    workers: [
      {
        config: {
          name: 'engines',
          compatibilityDate: '2026-10-01',
          manifest: {
            mainModule: 'worker.js',
            modules: {
              'worker.js': { type: 'esm', contents: worker },
              'analysis.js': { type: 'esm', contents: code },
            },
          },
        },
      },
    ],
  })
  try {
    const answer = await miniflare.dispatchFetch('http://engine.example/')
    return (await answer.json()) as EngineResult
  } finally {
    await miniflare.dispose()
  }
}

async function runInChromium(code: string): Promise<EngineResult> {
  const browser = await launchBrowser()
  try {
    const page = await browser.newPage()
    // As text: the test runner would put a function's own import() through its loader.
    return await page.evaluate<EngineResult>(`(async () => {
      const source = ${JSON.stringify(code)}
      const url = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }))
      const { fixedAnalysis } = await import(url)
      return fixedAnalysis()
    })()`)
  } finally {
    await browser.close()
  }
}
