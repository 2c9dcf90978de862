// Pictures of every kind of page, to be looked at: three widths, light and dark.
//
//   node pictures.mjs SITE [PAGE…]          SITE is a built site's folder; without PAGE one page of every kind
//
// They go into target/pictures/, named PAGE-WIDTH-LIGHT.png, and replace those of the last time.
import { mkdirSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { start } from './chromium.mjs'
import { oneOfEveryKind } from './kinds.mjs'
import { serve } from './server.mjs'

const WIDTHS = { 360: 740, 768: 1024, 1440: 900 }
const PICTURES = join(dirname(fileURLToPath(import.meta.url)), '../../target/pictures')

const [folder, ...named] = process.argv.slice(2)
if (!folder) {
  console.error('Say which built site: node pictures.mjs SITE [PAGE…]')
  process.exit(2)
}
const pages = named.length > 0 ? named : oneOfEveryKind(resolve(folder))
mkdirSync(PICTURES, { recursive: true })
const browser = await start()
const host = await serve(resolve(folder), '/')
try {
  for (const [width, height] of Object.entries(WIDTHS)) {
    for (const colorScheme of ['light', 'dark']) {
      const context = await browser.newContext({ viewport: { width: Number(width), height }, colorScheme, reducedMotion: 'reduce', bypassCSP: true })
      const page = await context.newPage()
      // A font that is late is used from the second look on.
      await page.goto(host.url)
      for (const address of pages) await take(page, address, `${width}-${colorScheme}`)
      await context.close()
    }
  }
} finally {
  await host.stop()
  await browser.close()
}
console.log(`${pages.length * Object.keys(WIDTHS).length * 2} pictures in ${PICTURES}`)

async function take(page, address, how) {
  await page.goto(new URL(address, host.url).href, { waitUntil: 'load' })
  await page.evaluate(() => document.fonts.ready)
  const path = join(PICTURES, `${address.replace(/\.html$/, '').replaceAll('/', '-')}-${how}.png`)
  // The bar that keeps to the window's foot would stand in the middle of a picture longer than the window.
  await page.screenshot({ path, fullPage: true, style: '.quick { position: static !important }' })
}
