// Lighthouse on a slow phone: accessibility, best practices and SEO must be 100; performance is said.
//
//   node lighthouse.mjs SITE PAGE…           SITE is a built site's folder
//
// The pages come as from nearly every host today: packed, by HTTP/2 and TLS (`openssl` makes the certificate).
// It needs `npm ci` in tests/browser/lighthouse, apart from the other tests because it is large. Exit code: 0 when all is 100.
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromiumPath } from './chromium.mjs'
import { serve } from './server.mjs'

const MODULES = join(dirname(fileURLToPath(import.meta.url)), 'lighthouse/node_modules')
const FLAGS = '--headless=new --no-sandbox --disable-gpu --disable-quic --disable-background-networking --disable-component-update --disable-sync --ignore-certificate-errors'
const MUST = ['accessibility', 'best-practices', 'seo']
const MEASURES = { CLS: 'cumulative-layout-shift', TBT: 'total-blocking-time', 'sent': 'total-byte-weight' }

const [folder, ...pages] = process.argv.slice(2)
const host = await serve(resolve(folder), '/', { gzip: true, secure: true })
const reports = mkdtempSync(join(tmpdir(), 'lighthouse-'))
let faults = 0
try {
  for (const page of pages) faults += await look(page)
} finally {
  rmSync(reports, { recursive: true })
  await host.stop()
}
console.log(`${pages.length} pages, ${faults} faults`)
process.exitCode = faults > 0 ? 1 : 0

async function look(page) {
  const file = join(reports, 'report.json')
  const words = [join(MODULES, 'lighthouse/cli/index.js'), new URL(page, host.url).href, '--quiet', '--output=json', `--output-path=${file}`, `--chrome-flags=${FLAGS}`]
  await new Promise((done, failed) => {
    const env = { ...process.env, CHROME_PATH: chromiumPath() }
    spawn(nodeForIt(), words, { stdio: ['ignore', 'ignore', 'inherit'], env }).on('error', failed).on('exit', done)
  })
  const { categories, audits } = JSON.parse(readFileSync(file, 'utf8'))
  const scores = Object.values(categories).map(({ id, score }) => `${id} ${Math.round(score * 100)}`)
  const measures = Object.entries(MEASURES).map(([name, id]) => `${name} ${audits[id].displayValue}`)
  const painted = (audits['largest-contentful-paint'].numericValue / 1000).toFixed(3)
  console.log(`${page}: ${[...scores, `LCP ${painted} s`, ...measures].join(', ')}`)
  const missed = MUST.flatMap(id => categories[id].auditRefs.filter(({ id: audit, weight }) => weight > 0 && audits[audit].score !== null && audits[audit].score < 1))
  for (const { id } of missed) console.log(`  ${page}: ${audits[id].title} (${id})`)
  return missed.length
}

/** Lighthouse asks for a newer Node.js than Debian has; one lies beside it. */
function nodeForIt() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  const beside = join(MODULES, `node-${process.platform}-${process.arch}/bin/node`)
  return major > 22 || (major === 22 && minor >= 19) || !existsSync(beside) ? process.execPath : beside
}
