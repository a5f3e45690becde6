import { request } from 'node:http'
import { RUNTIMES, addWaves } from '/work/main/tests/support/served-apps.ts'
for (const r of RUNTIMES) {
  const app = await r.open(); const w = await addWaves(app.database)
  const rss0 = process.memoryUsage().rss
  await new Promise((done) => {
    const out = request({ host: app.url.hostname, port: app.url.port, method: 'POST', path: `/api/waves/${w.open}/submissions`, headers: { 'content-type': 'application/json' } }, (res) => { console.log(r.name, res.statusCode, res.headers.connection, 'written at reply', sock.bytesWritten); res.resume(); res.on('end', () => setTimeout(() => { console.log('after', sock.bytesWritten, 'destroyed', sock.destroyed, 'stop', stop); clearInterval(iv); done(0) }, 500)); })
    let sock; out.on('socket', (s) => { sock = s }); let stop = ''
    out.on('error', (e) => { stop = e.code })
    const chunk = Buffer.alloc(16384, 32); let n = 0
    const iv = setInterval(() => { for (let i = 0; i < 64 && n < 6400; i++, n++) out.write(chunk); if (n >= 6400) { clearInterval(iv); out.end() } }, 5)
  })
  console.log('rss delta MB', (process.memoryUsage().rss - rss0) / 1e6)
  await app.close()
}
