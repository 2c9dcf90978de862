// Pictures of every kind of page, to be looked at: three widths, light and dark.
//
//   node pictures.mjs SITE [PAGE…]          SITE is a built site's folder; without PAGE one page of every kind
//
// They go into tests/browser/pictures/, named PAGE-WIDTH-LIGHT.png, and replace those of the last time.
import { mkdirSync, readdirSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { start } from './chromium.mjs'
import { serve } from './server.mjs'

const WIDTHS = { 360: 740, 768: 1024, 1440: 900 }
const HERE = dirname(fileURLToPath(import.meta.url))

const [folder, ...named] = process.argv.slice(2)
if (!folder) {
  console.error('Say which built site: node pictures.mjs SITE [PAGE…]')
  process.exit(2)
}
const pages = named.length > 0 ? named : oneOfEveryKind(resolve(folder))
const pictures = join(HERE, 'pictures')
mkdirSync(pictures, { recursive: true })
const browser = await start()
const host = await serve(resolve(folder), '/')
try {
  for (const [width, height] of Object.entries(WIDTHS)) {
    for (const colorScheme of ['light', 'dark']) {
      const context = await browser.newContext({ viewport: { width: Number(width), height }, colorScheme, reducedMotion: 'reduce' })
      const page = await context.newPage()
      for (const address of pages) {
        await page.goto(new URL(address, host.url).href, { waitUntil: 'load' })
        await page.evaluate(() => document.fonts.ready)
        const name = `${address.replace(/\.html$/, '').replaceAll('/', '-')}-${width}-${colorScheme}.png`
        await page.screenshot({ path: join(pictures, name), fullPage: true })
      }
      await context.close()
    }
  }
} finally {
  await host.stop()
  await browser.close()
}
console.log(`${pages.length * Object.keys(WIDTHS).length * 2} pictures in ${pictures}`)

/** Every page at the top, and the first of each folder with its index. */
function oneOfEveryKind(site) {
  const html = path => readdirSync(join(site, path)).filter(name => name.endsWith('.html')).sort()
  const inFolder = path => html(path).filter((name, place, all) => name === 'index.html' || name === all.find(other => other !== 'index.html'))
  const folders = readdirSync(site, { recursive: true, withFileTypes: true }).filter(entry => entry.isDirectory())
  const below = folders.map(entry => join(entry.parentPath, entry.name).slice(site.length + 1).split('\\').join('/'))
  const deep = below.filter(path => path !== 'assets' && html(path).length > 0).flatMap(path => inFolder(path).map(name => `${path}/${name}`))
  return [...html('.'), ...deep]
}
