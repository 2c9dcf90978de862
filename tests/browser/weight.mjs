// What a first visit costs: bytes over the wire from a host that packs text, scripts, and how far the page jumps while it loads.
//
//   node weight.mjs SITE…
//
// Fonts are held back until the page has been drawn without them, as on a slow network. Exit code: 0 within the limits.
import { readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { start } from './chromium.mjs'
import { serve } from './server.mjs'

const WINDOWS = [[412, 823], [700, 900], [1350, 940]]
/** Bytes: a page with its fonts, and its scripts packed, besides the search. */
const PAGE = 75_000, SCRIPTS = 12_000
/** A stylesheet, headers counted: seven segments of 1,460 bytes, which one round trip brings on a slow line that two others share. */
const STYLE = 10_220
/** Pages without a table or card of facts wait for one stylesheet; the others for two, side by side. */
const ONE = /^(index\.html|faq\/)/
/** What Lighthouse calls no shift at all is 0 to two places. A line that breaks elsewhere in the fallback font is less. */
const SHIFT = 0.005

const browser = await start()
let faults = 0
let visits = 0
try {
  for (const folder of process.argv.slice(2)) await weigh(resolve(folder))
} finally {
  await browser.close()
}
console.log(`${visits} visits, ${faults} faults`)
process.exitCode = faults > 0 ? 1 : 0

async function weigh(site) {
  const host = await serve(site, '/', { gzip: true })
  const question = readdirSync(join(site, 'faq')).filter(name => name !== 'index.html').sort()[0]
  for (const address of ['index.html', 'channels.html', 'emergencies.html', `faq/${question}`]) {
    for (const [width, height] of WINDOWS) {
      const { all, scripts, styles, shift, whole } = await visit(host.url, address, { width, height })
      console.log(`${address} at ${width} px: ${all} bytes, ${scripts} of them scripts, ${styles.join(' + ')} styles, shift ${shift.toFixed(4)}`)
      visits += 1
      must(address !== 'index.html' || all <= PAGE, `${address}: ${all} bytes are more than ${PAGE}`)
      must(scripts <= SCRIPTS, `${address}: ${scripts} bytes of scripts are more than ${SCRIPTS}`)
      must(styles.every(size => size <= STYLE), `${address}: a stylesheet of ${Math.max(...styles)} bytes is more than ${STYLE}`)
      must(styles.length === (ONE.test(address) ? 1 : 2), `${address} waits for ${styles.length} stylesheets`)
      must(whole.length === 0, `${address}: English letters lie in a face of their own, yet ${whole.join(', ')} was fetched`)
      must(shift < SHIFT, `${address} at ${width} px jumps by ${shift.toFixed(4)}`)
    }
  }
  await host.stop()
}

async function visit(base, address, viewport) {
  const context = await browser.newContext({ viewport })
  const page = await context.newPage()
  const network = await context.newCDPSession(page)
  await network.send('Network.enable')
  const kinds = new Map(), sizes = new Map(), files = []
  network.on('Network.responseReceived', ({ requestId, type, response }) => {
    kinds.set(requestId, type)
    files.push(new URL(response.url).pathname)
  })
  network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => sizes.set(requestId, encodedDataLength))
  await page.addInitScript(() => {
    window.shift = 0
    new PerformanceObserver(list => list.getEntries().forEach(({ value }) => { window.shift += value })).observe({ type: 'layout-shift', buffered: true })
  })
  await network.send('Fetch.enable', { patterns: [{ resourceType: 'Font' }] })
  network.on('Fetch.requestPaused', ({ requestId }) => setTimeout(() => network.send('Fetch.continueRequest', { requestId }).catch(() => {}), 400))
  await page.goto(new URL(address, base).href, { waitUntil: 'load' })
  await page.evaluate(() => document.fonts.ready.then(() => true))
  await page.waitForTimeout(250)
  const shift = await page.evaluate(() => window.shift)
  const sum = wanted => [...sizes].filter(([id]) => wanted(kinds.get(id))).reduce((total, [, size]) => total + size, 0)
  const styles = [...sizes].filter(([id]) => kinds.get(id) === 'Stylesheet').map(([, size]) => size).sort((one, other) => other - one)
  const english = await page.evaluate(() => document.documentElement.lang.startsWith('en'))
  await context.close()
  const whole = english ? files.filter(file => file.includes('-latin-')) : []
  return { all: sum(() => true), scripts: sum(kind => kind === 'Script'), styles, shift, whole }
}

function must(holds, words) {
  if (holds) return
  faults += 1
  console.log(`  ${words}`)
}
