// The pictures in README.md: the example's home on a desk, what to do when something breaks on a phone at night, how to reach them.
//
//   node readme.mjs SITE                     SITE is the built folder of the web studio
import { statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { start } from './chromium.mjs'
import { serve } from './server.mjs'

const FOLDER = join(dirname(fileURLToPath(import.meta.url)), '../../themes/pictures')
const PICTURES = [
  ['home.png', 'index.html', { width: 1180, height: 760 }, 'light'],
  ['emergencies.png', 'emergencies.html', { width: 390, height: 760 }, 'dark'],
  ['reach-us.png', 'channels.html', { width: 1180, height: 660 }, 'light'],
]
/** A Tuesday afternoon in the studio's office hours, so that the lamp is lit. */
const NOW = new Date('2026-12-01T15:00:00Z')
/** Bytes; a picture in a README is fetched with every look at the repository. */
const MOST = 120_000

const browser = await start()
const host = await serve(resolve(process.argv[2] ?? 'public'), '/')
try {
  for (const [name, address, viewport, colorScheme] of PICTURES) {
    const context = await browser.newContext({ viewport, colorScheme, reducedMotion: 'reduce', timezoneId: 'America/New_York' })
    const page = await context.newPage()
    await page.clock.setFixedTime(NOW)
    // A font that is late is used from the second look on.
    for (let look = 0; look < 2; look += 1) await page.goto(new URL(address, host.url).href)
    await page.evaluate(() => document.fonts.ready.then(() => true))
    const path = join(FOLDER, name)
    await page.screenshot({ path })
    console.log(`${path}: ${statSync(path).size} bytes`)
    if (statSync(path).size > MOST) process.exitCode = 1
    await context.close()
  }
} finally {
  await host.stop()
  await browser.close()
}
