// Prints the paged pages as people do: from a browser that is dark, without background pictures, on both papers.
//
//   node paper.mjs OUT SITE…          SITE is a built site's folder
//
// Writes OUT/NAME-PAPER-PAGE.pdf: the pack, the sheet and the cards of each site, and one of the site's ordinary pages.
import { basename, dirname, join, resolve } from 'node:path'
import { existsSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { start } from './chromium.mjs'

const PAGES = ['print/index', 'print/sheet', 'print/card', 'availability']

const [out, ...sites] = process.argv.slice(2)
const browser = await start()
try {
  const context = await browser.newContext({ colorScheme: 'dark' })
  const page = await context.newPage()
  for (const site of sites) {
    const name = basename(dirname(dirname(resolve(site))))
    for (const address of PAGES) {
      const file = join(resolve(site), `${address}.html`)
      if (!existsSync(file)) throw new Error(`${file} is not there`)
      await page.goto(pathToFileURL(file).href, { waitUntil: 'load' })
      await page.evaluate(() => document.fonts.ready)
      // The paper the business chose, then the other one, as a reader elsewhere has it.
      for (const paper of ['own', 'A4', 'Letter']) {
        const path = join(out, `${name}-${paper}-${address.replace('/', '-')}.pdf`)
        await page.pdf(paper === 'own' ? { path, preferCSSPageSize: true } : { path, format: paper })
      }
    }
  }
} finally {
  await browser.close()
}
