import { it, expect } from 'vitest'
import { openWorker } from '/work/main/tests/support/worker.ts'
import { publishTiny, newKey } from '/work/main/tests/support/app.ts'
import { planWave } from '/work/main/api/waves/plan-wave.ts'
import { createWave, openWave } from '/work/main/api/waves/wave-store.ts'
it('x', async () => {
  let t = performance.now()
  const w = await openWorker()
  console.log('open', performance.now() - t)
  const hashes = await publishTiny(w.database)
  const wave = await createWave(w.database, { title: 'x', ...(await planWave(w.database, hashes)), demo: 1 })
  await openWave(w.database, wave, '2026-05-04')
  t = performance.now()
  const h = await fetch(new URL('/api/health', w.url)); console.log(h.status, await h.text(), performance.now() - t)
  const post = (signal) => fetch(new URL(`/api/waves/${wave.id}/submissions`, w.url), { signal, method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ key: newKey(), questionnaire: hashes.questionnaire, answers: { 'legal-form': 'private', land: 'yes', days: 30 } }) })
  const r = await post(); console.log(r.status, await r.text())
  const counts = {}; let n = 0
  t = performance.now()
  await Promise.all(Array.from({ length: 64 }, async () => { const end = Date.now() + 4000; while (Date.now() < end) { const r = await post(); await r.text(); counts[r.status] = (counts[r.status] ?? 0) + 1; n++ } }))
  console.log('worker', counts, n / ((performance.now() - t) / 1000))
  // abort some in flight
  t = performance.now(); let hung = 0, aborted = 0
  await Promise.all(Array.from({ length: 64 }, async (_, i) => { const end = Date.now() + 5000; while (Date.now() < end) { const c = new AbortController(); const kill = Math.random() < 0.3; const timer = setTimeout(() => c.abort(), kill ? Math.random() * 60 : 8000); try { const r = await post(c.signal); await r.text(); counts['b' + r.status] = (counts['b' + r.status] ?? 0) + 1 } catch (e) { if (kill) aborted++; else hung++ } clearTimeout(timer) } }))
  console.log(counts, 'aborted', aborted, 'hung', hung, performance.now() - t)
  await w.close()
}, 60000)
