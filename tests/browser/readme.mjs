// The picture in README.md: how the example's contact page looks on a desk.
//
//   node readme.mjs SITE                     SITE is the built folder of the web studio
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { start } from './chromium.mjs'
import { serve } from './server.mjs'

const PICTURE = join(dirname(fileURLToPath(import.meta.url)), '../../themes/pictures/reach-us.png')

const browser = await start()
const host = await serve(resolve(process.argv[2] ?? 'public'), '/')
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 860 }, colorScheme: 'light' })
  await page.goto(new URL('channels.html', host.url).href)
  await page.evaluate(() => document.fonts.ready)
  await page.screenshot({ path: PICTURE })
} finally {
  await host.stop()
  await browser.close()
}
console.log(PICTURE)
