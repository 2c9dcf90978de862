// Every feature used, over HTTP under the policy the site ships with and from disk: the console stays silent, the policy is
// not broken once, and nothing is asked of anybody else.
//
//   node features.mjs SITE…
//
// Exit code: 0 without faults, else 1.
import { existsSync } from 'node:fs'
import { join, resolve, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import { start } from './chromium.mjs'
import { serve } from './server.mjs'

/** What is used, on which page, and how; whoever finds that it does not work says false. */
const FEATURES = [
  ['the search', 'index.html', async page => {
    await page.locator('[data-search]').click()
    await page.keyboard.type('open')
    await page.locator('.found-one').first().waitFor({ timeout: 5000 })
    await page.locator('.found-one').first().click()
  }],
  ['the menu', 'index.html', async page => {
    await page.locator('.menu-open').click()
    await page.locator('#_menu a').nth(2).click({ timeout: 5000 })
    await page.waitForLoadState('load')
  }],
  ['the contact router', 'reach-us.html', async page => {
    const answers = page.locator('.route:not(.passed) > summary').filter({ visible: true })
    // The script hears of a new address a moment after a click; some answers lead straight to a way to reach somebody.
    for (let asked = 0; asked < 3 && await answers.count() > 0; asked += 1) {
      await answers.last().click({ timeout: 5000 })
      await page.waitForTimeout(200)
    }
    await page.locator('[data-step="start"]').click({ timeout: 5000 })
  }],
  ['copying an address', 'channels.html', async page => {
    const button = page.locator('button[data-copy]').filter({ visible: true }).first()
    await button.click({ timeout: 5000 })
    return page.waitForFunction(button => button.textContent.trim() === button.dataset.copied, await button.elementHandle(), { timeout: 5000 }).then(() => true)
  }],
  ['the filter', 'scope.html', async page => {
    const rows = page.locator('.scope tbody tr').filter({ visible: true })
    const before = await rows.count()
    await page.locator('.filter input').nth(1).check()
    return await rows.count() < before
  }],
  ['the print button', 'find.html', async page => {
    await page.locator('[data-print]').click({ timeout: 5000 })
    return page.evaluate(() => window.printed === 1)
  }],
  ['a question', 'faq/reaching-us.html', async page => {
    const last = page.locator('main details').last()
    await last.locator('summary').click()
    return last.evaluate(it => it.open)
  }],
  ['an address of a question', 'faq/reaching-us.html', async page => {
    const last = page.locator('main details').last()
    const id = await last.locator('.answer').getAttribute('id')
    await page.evaluate(id => { location.hash = id }, id)
    await page.waitForTimeout(300)
    return last.evaluate(it => it.open && it.getBoundingClientRect().top < innerHeight)
  }],
  ['the lamp', 'index.html', page => page.locator('.site-head [data-door]').evaluate(it => ['open', 'closed', 'appointment', 'unsure'].includes(it.dataset.door))],
  ['the A–Z', 'find.html?q=open', async page => { await page.locator('main .found-one').first().waitFor({ timeout: 5000 }) }],
  ['the paged pack', 'print/index.html', page => page.locator('h1').first().isVisible()],
]

const browser = await start()
const found = new Set()
let used = 0
try {
  for (const folder of process.argv.slice(2)) {
    const site = resolve(folder)
    const host = await serve(site, '/a/b/')
    await useAll(site, host.url)
    await host.stop()
    await useAll(site, pathToFileURL(site + sep).href)
  }
} finally {
  await browser.close()
}
for (const fault of [...found].sort()) console.log(`  ${fault}`)
console.log(`${used} features used, ${found.size} faults`)
process.exitCode = found.size > 0 ? 1 : 0

async function useAll(site, base) {
  const context = await browser.newContext({ viewport: { width: 412, height: 823 }, serviceWorkers: 'block' })
  const page = await context.newPage()
  let doing = ''
  const fault = words => found.add(`${doing} (${base.split(':')[0]}): ${words}`)
  page.on('console', message => { if (['error', 'warning'].includes(message.type())) fault(`on the console: ${message.text()}`) })
  page.on('pageerror', error => fault(`a script failed: ${error.message}`))
  page.on('request', request => { if (!request.url().startsWith(base) && !request.url().startsWith('data:')) fault(`asks elsewhere: ${request.url()}`) })
  await page.addInitScript(() => {
    window.printed = 0
    window.print = () => { window.printed += 1 }
    window.broken = []
    addEventListener('securitypolicyviolation', event => window.broken.push(`${event.violatedDirective}: ${event.blockedURI}`))
  })
  for (const [name, address, use] of FEATURES) {
    if (!existsSync(join(site, address.split('?')[0]))) continue
    doing = name
    await page.goto(new URL(address, base).href, { waitUntil: 'load' })
    try {
      const works = await use(page)
      if (works === false) fault('does not work')
    } catch (error) {
      fault(error.message.split('\n')[0])
    }
    for (const broken of await page.evaluate(() => window.broken)) fault(`against the policy: ${broken}`)
    used += 1
  }
  await context.close()
}
