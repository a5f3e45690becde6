import { type Browser, chromium } from 'playwright-core'
import { findChromium } from './chromium.ts'

/** Chromium without a window, without its own traffic, as slow machines can run it. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: findChromium(),
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}
