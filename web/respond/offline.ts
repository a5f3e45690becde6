const CACHE = 'pci-pulse'
const WORKER = '/respond-worker.js'

let isKept = false

/** From the first answer on the page opens without a network: it holds what cannot be typed twice. */
export async function keepOffline(files: readonly string[]): Promise<void> {
  if (isKept || !('serviceWorker' in navigator) || !('caches' in window)) return
  isKept = true
  try {
    const cache = await caches.open(CACHE)
    await cache.addAll([...files])
    await navigator.serviceWorker.register(workerAddress(), { scope: '/s/' })
    if (!isKept) dropOffline()
  } catch {
    // Without it the page works as long as it is open.
    isKept = false
  }
}

/** Takes back all that was kept to open the page offline. */
export function dropOffline(): void {
  isKept = false
  if ('caches' in window) void caches.delete(CACHE)
  void navigator.serviceWorker?.getRegistration('/s/').then((registration) => registration?.unregister())
}

/** As TypeScript's own view of a window does not have them yet. */
interface TrustedTypes {
  readonly createPolicy: (
    name: string,
    rules: { readonly createScriptURL: () => string },
  ) => { readonly createScriptURL: (address: string) => string }
}

declare const trustedTypes: TrustedTypes | undefined

let trusted: string | undefined

/** Browsers that know trusted types take a script's address from a policy only: this one knows one address. */
function workerAddress(): string {
  if (typeof trustedTypes === 'undefined') return WORKER
  // A name is given to one policy only.
  trusted ??= trustedTypes
    .createPolicy('respond-worker', { createScriptURL: () => WORKER })
    .createScriptURL(WORKER)
  return trusted
}
