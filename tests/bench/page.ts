import process from 'node:process'
import type { Browser } from 'playwright-core'
import { launchBrowser } from '../support/browser.ts'
import { benchmarkQuestionnaire } from '../support/benchmark-questionnaire.ts'
import { floorPage } from './page/floor-page.ts'
import { type Line, LINES, type Measurement, measurePage, type Subject } from './page/measure-page.ts'
import { bodyOf, serveOurs } from './page/our-page.ts'
import { partsOf } from './page/page-parts.ts'
import { serveFiles } from './page/serve-files.ts'
import { FLOOR, OURS, SURVEYJS } from './page/subjects.ts'
import { surveyJsPage } from './page/surveyjs-page.ts'

// node tests/bench/page.ts [--quick]
// What a respondent's page costs on a phone, beside the least that is possible and beside a peer:
// 120 items in six sections, Vietnamese. KB are thousands of bytes, compressed, headers left out.
const runs = process.argv.includes('--quick') ? 3 : 9
const questionnaire = benchmarkQuestionnaire()
const ours = await serveOurs(questionnaire)
const floor = await serveFiles(
  new Map([['/', { type: 'text/html; charset=utf-8', body: floorPage(questionnaire) }]]),
)
const peerFiles = surveyJsPage(questionnaire)
const peer = peerFiles && (await serveFiles(peerFiles))
if (!peer) console.log('SurveyJS: the registry does not answer, so it is left out\n')
const subjects: readonly Subject[] = [
  { ...FLOOR, url: floor.url },
  { ...OURS, url: ours.url },
  ...(peer ? [{ ...SURVEYJS, url: peer.url }] : []),
]

const browser = await launchBrowser()
try {
  console.log(`Chromium ${browser.version()}, processor slowed 6 times, median of ${runs}\n`)
  // The first request of all makes a server compile and compress what later ones find ready.
  await Promise.all(subjects.map(({ url }) => bodyOf(url)))
  const [slowest] = LINES
  const onSlowest = await measureOn(browser, slowest)
  for (const line of LINES.slice(1)) await measureOn(browser, line)
  await reportBytes()
  const [least, own] = onSlowest
  if (!least || !own) throw new Error('Nothing was measured')
  console.log(
    `KB ${own.kilobytes.toFixed(1)} floor_KB ${least.kilobytes.toFixed(1)} ready_ratio ${(own.readyMs / least.readyMs).toFixed(2)}`,
  )
} finally {
  await browser.close()
  await Promise.all([ours.close(), floor.close(), peer?.close()])
}

/** Measures every page on a line, prints its table, and gives the medians in the order of the pages. */
async function measureOn(chromium: Browser, line: Line): Promise<readonly Measurement[]> {
  console.log(
    `| ${line.name} | requests | KB | FCP ms | ready ms | blocking ms | tap to paint ms | heap MB | CLS |`,
  )
  console.log('|---|--:|--:|--:|--:|--:|--:|--:|--:|')
  const visits = subjects.map((): Measurement[] => [])
  // In turn, and each of them first once, so that what else the machine does falls on all of them alike.
  for (let turn = 0; turn < runs * subjects.length; turn += 1) {
    const place = (turn + Math.floor(turn / subjects.length)) % subjects.length
    const subject = subjects[place]
    if (subject) visits[place]?.push(await measurePage(chromium, subject, line))
  }
  const medians = visits.map(medianOf)
  medians.forEach((median, place) =>
    console.log(`| ${subjects[place]?.name} | ${cellsOf(median).join(' | ')} |`),
  )
  console.log('')
  return medians
}

function cellsOf(measured: Measurement): readonly string[] {
  const { requests, kilobytes, firstPaintMs, readyMs, blockingMs, tapToPaintMs } = measured
  const times = [firstPaintMs, readyMs, blockingMs, tapToPaintMs].map((ms) => ms.toFixed(0))
  const { heapMegabytes, layoutShift } = measured
  return [
    String(requests),
    kilobytes.toFixed(1),
    ...times,
    heapMegabytes.toFixed(1),
    String(Number(layoutShift.toFixed(4))),
  ]
}

function medianOf(visits: readonly Measurement[]): Measurement {
  const middle = (member: keyof Measurement): number =>
    visits.map((visit) => visit[member]).toSorted((a, b) => a - b)[Math.floor(visits.length / 2)] ??
    Number.NaN
  return {
    requests: middle('requests'),
    kilobytes: middle('kilobytes'),
    firstPaintMs: middle('firstPaintMs'),
    readyMs: middle('readyMs'),
    blockingMs: middle('blockingMs'),
    tapToPaintMs: middle('tapToPaintMs'),
    heapMegabytes: middle('heapMegabytes'),
    layoutShift: middle('layoutShift'),
  }
}

/** The parts of the page that was measured, and the page of the full questionnaire in every language. */
async function reportBytes(): Promise<void> {
  console.log('| part of ours | bytes | compressed alone |\n|---|--:|--:|')
  for (const { name, bytes, compressed } of partsOf(await (await fetch(ours.url)).text()))
    console.log(`| ${name} | ${bytes} | ${compressed} |`)
  console.log('\n| one response | KB | compressed |\n|---|--:|---|')
  const full = [ours.fullUrl, `${ours.fullUrl}/en`, `${ours.fullUrl}/zh`]
  const names = ['benchmark', 'pci-full vi', 'pci-full en', 'pci-full zh']
  const bodies = await Promise.all([ours.url, ...full].map(bodyOf))
  bodies.forEach(({ encoding, bytes }, place) =>
    console.log(`| ${names[place]} | ${(bytes / 1000).toFixed(1)} | ${encoding} |`),
  )
  console.log('')
}
