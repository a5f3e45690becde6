import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { build, type Plugin, type Rolldown } from 'vite'

const file = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** Phones keep the browser inside Zalo for years: Chrome 87 and Safari 14 are the floor. */
const OLDEST = 'es2020'

const LANGUAGES = ['vi', 'en', 'zh'] as const

/** Left out of the page of a questionnaire without questions that hide their answer. */
const RANDOMISED = {
  'randomised-options.ts':
    'export const isRandomised = () => false; export const isCoded = ({ kind }) => kind === "single"; export const randomisedOptions = () => []',
  'fields/randomised-field.ts': 'export const randomisedField = () => undefined',
  'fields/randomised-members.ts': 'export const unpackRandomised = () => undefined',
}

/**
 * Builds the respondent's page: a style and a script that stand inside it, and what is fetched later.
 * The server puts them together with the letter and the definition, so that all that answering needs
 * comes in one response.
 */
export function respondBuild(): Plugin {
  return {
    name: 'respond-build',
    apply: 'build',
    async generateBundle() {
      const [style, laterStyle] = await Promise.all([css('core.css'), css('later.css')])
      const script = await bundle('main.ts', { format: 'iife', swap: RANDOMISED })
      const fullScript = await bundle('main.ts', { format: 'iife' })
      const worker = await bundle('respond-worker.ts', { format: 'iife' })

      const emit = (name: string, source: string): string => {
        const fileName = `assets/${name.replace('.', `-${sha256(source, 'base64url').slice(0, 8)}.`)}`
        this.emitFile({ type: 'asset', fileName, source })
        return `/${fileName}`
      }
      const styleAddress = emit('later.css', laterStyle)
      const later: Record<string, string> = {}
      for (const language of LANGUAGES) {
        const texts = `export { LATER_${language.toUpperCase()} as LATER_TEXTS } from ${JSON.stringify(file(`../survey-definitions/respondent/texts/texts-${language}.ts`))}`
        const source = await bundle('later.ts', {
          format: 'es',
          swap: { 'later-texts.ts': texts },
          define: { LATER_STYLE: JSON.stringify(styleAddress) },
        })
        later[language] = emit(`later-${language}.js`, source)
      }
      this.emitFile({ type: 'asset', fileName: 'respond/worker.js', source: worker })
      this.emitFile({
        type: 'asset',
        fileName: 'respond/shell.json',
        source: JSON.stringify({
          style,
          styleHash: sha256(style, 'base64'),
          scripts: { usual: script, randomised: fullScript },
          scriptHashes: { usual: sha256(script, 'base64'), randomised: sha256(fullScript, 'base64') },
          later,
          laterStyle: styleAddress,
        }),
      })
    },
  }
}

interface Bundling {
  readonly format: 'es' | 'iife'
  /** Modules, by the end of their path, that are put in the place of others. */
  readonly swap?: Readonly<Record<string, string>>
  readonly define?: Readonly<Record<string, string>>
}

/** One script of its own: nothing is shared between files, so nothing waits for another file. */
export async function bundle(entry: string, bundling: Bundling): Promise<string> {
  return (await chunkOf(entry, bundling)).code.trim()
}

/** What each module brings into the script that stands inside the usual page: bytes before they are made small. */
export async function moduleWeights(): Promise<ReadonlyMap<string, number>> {
  const { modules } = await chunkOf('main.ts', { format: 'iife', swap: RANDOMISED })
  const top = file('..')
  return new Map(
    Object.entries(modules).map(([id, { renderedLength }]) => [id.replace(top, ''), renderedLength]),
  )
}

async function chunkOf(
  entry: string,
  { format, swap = {}, define = {} }: Bundling,
): Promise<Rolldown.OutputChunk> {
  const { output } = await inner({
    input: file(`respond/${entry}`),
    plugins: [
      {
        name: 'swap',
        load: (id) => Object.entries(swap).find(([end]) => id.endsWith(`/${end}`))?.[1],
        // Chrome 87 and Safari 14 do not have it.
        transform: (code) => code.replaceAll('Object.hasOwn(', 'Object.prototype.hasOwnProperty.call('),
      },
    ],
    format,
    define,
  })
  return output[0]
}

async function css(name: string): Promise<string> {
  const { output } = await inner({ input: file(`respond/${name}`), plugins: [], format: 'es', define: {} })
  const asset = output.find((one) => one.type === 'asset')
  if (!asset) throw new Error(`${name} was not built`)
  return asset.source.toString().trim()
}

interface Inner {
  readonly input: string
  readonly plugins: Plugin[]
  readonly format: 'es' | 'iife'
  readonly define: Readonly<Record<string, string>>
}

async function inner({ input, plugins, format, define }: Inner): Promise<Rolldown.RolldownOutput> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    root: file('.'),
    publicDir: false,
    plugins,
    define,
    build: {
      write: false,
      target: OLDEST,
      cssTarget: ['chrome87', 'safari14'],
      modulePreload: false,
      rolldownOptions: { input, output: { format }, preserveEntrySignatures: 'allow-extension' },
    },
  })
  if (!('output' in built)) throw new Error('One build was expected')
  return built
}

function sha256(text: string, encoding: 'base64' | 'base64url'): string {
  return createHash('sha256').update(text).digest(encoding)
}
