// How the checks of pages go over built sites: some pages of every kind, several at once, every fault said once.
//
//   node CHECK.mjs HOW-MANY SEED SITE…      HOW-MANY pages are drawn by SEED, at least one of every kind; a large number is all
import { resolve } from 'node:path'
import { start } from './chromium.mjs'
import { drawn } from './kinds.mjs'
import { serve } from './server.mjs'

/** So many pages are open at once. */
const AT_ONCE = 3

/**
 * Opens pages in `views` and gives each to `check(page, fault, look)`; then gives every site to `whole(browser, base, fault)`.
 * Prints the faults and how many pages were looked at, and ends with 1 if there are faults.
 * @param {{views: [number, number, string][], options?: object, check: Function, whole?: Function}} how
 */
export async function lookAt({ views, options = {}, check, whole }) {
  const [howMany, seed, ...folders] = process.argv.slice(2)
  const sites = folders.map(folder => resolve(folder))
  const looks = drawn(sites, views, howMany, seed)
  const found = new Set()
  const browser = await start()
  try {
    for (const site of sites) {
      const host = await serve(site, '/')
      const waiting = looks.filter(look => look.site === site)
      const worker = async () => {
        for (let look = waiting.shift(); look; look = waiting.shift()) await open(browser, host.url, look, options, check, found)
      }
      await Promise.all(Array.from({ length: AT_ONCE }, worker))
      await whole?.(browser, host.url, words => found.add(words))
      await host.stop()
    }
  } finally {
    await browser.close()
  }
  for (const fault of [...found].sort()) console.log(`  ${fault}`)
  console.log(`${looks.length} pages, ${found.size} faults`)
  process.exitCode = found.size > 0 ? 1 : 0
}

async function open(browser, base, look, options, check, found) {
  const [width, height, colorScheme] = look.view
  const context = await browser.newContext({ viewport: { width, height }, colorScheme, reducedMotion: 'reduce', ...options })
  const page = await context.newPage()
  const fault = words => found.add(`${look.address} at ${width} px, ${colorScheme}: ${words}`)
  await page.goto(new URL(look.address, base).href, { waitUntil: 'load' })
  await page.evaluate(() => document.fonts.ready.then(() => true))
  await check(page, fault, look)
  await context.close()
}
