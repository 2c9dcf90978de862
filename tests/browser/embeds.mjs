// What lies with other companies: nothing is asked of them before somebody clicks, then exactly that; the keyboard goes on in what is
// shown; without a script the link leads there. Over HTTP under the site's own policy, and from disk.
//
//   node embeds.mjs SITE…
//
// Exit code: 0 without faults, else 1.
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import { start } from './chromium.mjs'
import { serve } from './server.mjs'

/** What each kind becomes. */
const TAGS = { page: 'iframe', video: 'video', sound: 'audio', picture: 'img' }
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const SANDBOX = 'allow-scripts allow-forms allow-same-origin allow-popups'
/** A picture of one pixel, for whatever asks. */
const PIXEL = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')

const browser = await start()
const found = new Set()
let cards = 0
try {
  for (const folder of process.argv.slice(2)) {
    const site = resolve(folder)
    const pages = readdirSync(site, { recursive: true }).filter(name => name.endsWith('.html') && !name.startsWith('print') && readFileSync(join(site, name), 'utf8').includes('data-embed='))
    const host = await serve(site, '/')
    for (const page of pages) {
      cards = Math.max(cards, await look(host.url, page))
      await look(pathToFileURL(site + sep).href, page)
      await withoutScript(host.url, page)
    }
    await host.stop()
  }
} finally {
  await browser.close()
}
for (const fault of [...found].sort()) console.log(`  ${fault}`)
console.log(`${cards} cards, ${found.size} faults`)
process.exitCode = found.size > 0 ? 1 : 0

async function look(base, address) {
  const context = await browser.newContext({ viewport: { width: 320, height: 800 }, serviceWorkers: 'block' })
  const page = await context.newPage()
  const fault = words => found.add(`${address} (${base.split(':')[0]}): ${words}`)
  const asked = []
  await page.route(url => !url.href.startsWith(base) && !url.href.startsWith('data:'), route => {
    asked.push(route.request())
    return route.fulfill(route.request().resourceType() === 'image' ? { contentType: 'image/gif', body: PIXEL } : { contentType: 'text/html', body: '<!doctype html><title>There</title><button>In there</button>' })
  })
  page.on('pageerror', error => fault(`a script failed: ${error.message}`))
  await page.addInitScript(() => {
    window.broken = []
    addEventListener('securitypolicyviolation', event => window.broken.push(`${event.violatedDirective}: ${event.blockedURI}`))
  })
  await page.goto(new URL(address, base).href, { waitUntil: 'load' })
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight))
  await page.waitForTimeout(300)
  for (const request of asked.splice(0)) fault(`asked before anybody clicked: ${request.url()}`)
  const all = page.locator('[data-embed]')
  const count = await all.count()
  for (let at = 0; at < count; at += 1) {
    const card = all.nth(at)
    const { embed, from } = await card.evaluate(it => ({ ...it.dataset }))
    const name = await card.getAttribute('aria-label')
    if (await card.getByRole('link').getAttribute('href') !== from) fault(`the link of “${name}” leads elsewhere`)
    const button = card.getByRole('button', { name: new RegExp(name.replace(/[^\w ]/g, '.')) })
    await button.focus()
    await page.keyboard.press('Enter')
    const shown = card.locator(`> ${TAGS[embed]}`)
    await shown.waitFor({ state: 'attached', timeout: 5000 })
    await page.waitForTimeout(300)
    const urls = [...new Set(asked.splice(0).map(request => request.url()))]
    if (urls.length !== 1 || urls[0] !== from) fault(`“${name}” asked for ${urls.join(', ') || 'nothing'}, not for ${from}`)
    if (!await shown.evaluate(it => it === document.activeElement)) fault(`the focus does not go into “${name}”`)
    if (await card.getByRole('button').count() > 0) fault(`the button of “${name}” stays`)
    if (!await card.getByRole('link').isVisible()) fault(`the link of “${name}” goes`)
    const has = await shown.evaluate(it => ({ name: it.title || it.alt || it.getAttribute('aria-label'), sandbox: it.getAttribute('sandbox'), policy: it.referrerPolicy, lazy: it.getAttribute('loading'), controls: it.controls }))
    if (has.name !== name) fault(`“${name}” is called “${has.name}”`)
    if (embed === 'page' && (has.sandbox !== SANDBOX || has.policy !== 'strict-origin' || has.lazy !== 'lazy')) fault(`the frame of “${name}” is too open: ${JSON.stringify(has)}`)
    if (embed === 'page') {
      await page.keyboard.press('Tab')
      await page.waitForTimeout(100)
      if (!await page.frames().at(-1).evaluate(() => document.activeElement.textContent === 'In there')) fault(`the keyboard does not come into “${name}”`)
    }
    if (['video', 'sound'].includes(embed) && !has.controls) fault(`“${name}” can't be stopped`)
  }
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  if (wide > 0) fault(`${wide} px too wide`)
  for (const broken of await page.evaluate(() => window.broken)) fault(`against the policy: ${broken}`)
  // Axe is no script of the site's, so its policy would keep it out.
  if (base.startsWith('file:')) {
    await page.evaluate(AXE)
    const { violations } = await page.evaluate(() => window.axe.run('main', { iframes: false }))
    for (const violation of violations) fault(`axe: ${violation.id}: ${violation.nodes[0].html}`)
  }
  await context.close()
  return count
}

async function withoutScript(base, address) {
  const context = await browser.newContext({ viewport: { width: 320, height: 800 }, javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(new URL(address, base).href)
  for (const card of await page.locator('[data-embed]').all()) {
    if (!await card.getByRole('link').isVisible()) found.add(`${address}: without JavaScript there is no link`)
    if (await card.getByRole('button').count() > 0) found.add(`${address}: without JavaScript a button does nothing`)
  }
  await context.close()
}
