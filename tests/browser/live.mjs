// What the pages say live, at moments that matter: a browser with a clock and a zone of its own opens built sites.
//
//   node live.mjs SCENES                     SCENES: scenes.json, with folders in it by tests/suite/live.rs
//
// SCENES holds a list of {why, site, page, now, zone, script, width, disk, say, later}: the built folder, the page, the device's
// clock, its zone, whether scripts run, the window's width, whether it is opened from disk, and pairs of a selector and the words that must stand there ("" is nothing, or nothing
// visible); `later` is another moment on the same page.
// The host sends the site's own headers; a breach of its policy, an error or a shift of the page is a fault.
// Exit code: 0 without faults, else 1.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { start } from './chromium.mjs'
import { serve } from './server.mjs'

const scenes = JSON.parse(readFileSync(process.argv[2], 'utf8'))
const browser = await start()
const hosts = new Map()
let faults = 0
try {
  for (const scene of scenes) {
    if (!hosts.has(scene.site)) hosts.set(scene.site, await serve(scene.site, '/'))
    for (const fault of await play(scene, hosts.get(scene.site).url)) {
      faults += 1
      console.log(`  ${scene.why ?? ''} ${scene.page} at ${scene.now} in ${scene.zone}: ${fault}`)
    }
  }
} finally {
  for (const host of hosts.values()) await host.stop()
  await browser.close()
}
console.log(`${scenes.length} scenes, ${faults} faults`)
process.exitCode = faults > 0 ? 1 : 0

async function play(scene, base) {
  const found = []
  const context = await browser.newContext({
    timezoneId: scene.zone, locale: 'en-US', javaScriptEnabled: scene.script !== false, reducedMotion: 'reduce',
    viewport: { width: scene.width ?? 1280, height: 900 },
  })
  const page = await context.newPage()
  page.on('console', message => { if (message.type() === 'error') found.push(`on the console: ${message.text()}`) })
  page.on('pageerror', error => found.push(`a script failed: ${error.message}`))
  if (scene.script !== false) {
    await page.clock.setFixedTime(new Date(scene.now))
    await page.addInitScript(() => {
      window.shifted = 0
      new PerformanceObserver(list => { for (const entry of list.getEntries()) window.shifted += entry.value })
        .observe({ type: 'layout-shift', buffered: true })
    })
  }
  await page.goto(scene.disk ? pathToFileURL(join(scene.site, scene.page)).href : new URL(scene.page, base).href, { waitUntil: 'load' })
  for (const [selector, expected] of scene.say) {
    const words = await spoken(page, selector)
    if (words !== expected) found.push(`${selector} says ${JSON.stringify(words)}, not ${JSON.stringify(expected)}`)
  }
  if (scene.later) {
    await page.clock.setFixedTime(new Date(scene.later.now))
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
    for (const [selector, expected] of scene.later.say) {
      const words = await spoken(page, selector)
      if (words !== expected) found.push(`later ${selector} says ${JSON.stringify(words)}, not ${JSON.stringify(expected)}`)
    }
  }
  if (scene.script !== false) {
    const shifted = await page.evaluate(() => window.shifted)
    // So much the fonts move when they come.
    if (shifted > 0.002 && !scene.may_shift) found.push(`the page shifts by ${shifted}`)
  }
  await context.close()
  return found
}

/** The words of the first such element that can be seen; nothing when there is none. */
async function spoken(page, selector) {
  const all = await page.locator(selector).all()
  for (const element of all) {
    if (await element.isVisible()) return (await element.innerText()).replace(/\s+/g, ' ').trim()
  }
  return ''
}
