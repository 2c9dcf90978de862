// What axe-core finds: on a phone, a tablet and a desk, light and dark. Called as `looks.mjs` says.
//
// Whatever folds is unfolded first, for what is folded axe does not see; so the contact router shows all its cards at once.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { lookAt } from './looks.mjs'

const WIDTHS = { 320: 640, 768: 1024, 1440: 900 }
const VIEWS = Object.entries(WIDTHS).flatMap(([width, height]) => ['light', 'dark'].map(scheme => [Number(width), height, scheme]))
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

await lookAt({ views: VIEWS, options: { bypassCSP: true }, check, whole })

async function check(page, fault) {
  await page.evaluate(unfold)
  await ask(page, fault)
}

/** What is there only after a key: the results of a search, and the menu of a phone. */
async function whole(browser, base, fault) {
  const page = await browser.newPage({ viewport: { width: 360, height: 740 }, reducedMotion: 'reduce', bypassCSP: true })
  await page.goto(new URL('index.html', base).href)
  await page.keyboard.press('/')
  await page.keyboard.type('open')
  await page.locator('.found-one').first().waitFor()
  await ask(page, words => fault(`with the results of a search: ${words}`))
  await page.keyboard.press('Escape')
  await page.locator('.menu-open').click()
  await ask(page, words => fault(`with the menu open: ${words}`))
  await page.context().close()
}

async function ask(page, fault) {
  await page.evaluate(AXE)
  const violations = await page.evaluate(async () => (await window.axe.run({ resultTypes: ['violations'] })).violations)
  for (const { id, help, nodes } of violations) {
    fault(`${id} (${help}), ${nodes.length} times, first ${nodes[0].target}: ${nodes[0].html.slice(0, 120)}`)
  }
}

function unfold() {
  document.querySelector('[data-router]')?.classList.remove('asking')
  for (const hidden of document.querySelectorAll('[data-router] [hidden]')) hidden.hidden = false
  for (const fold of document.querySelectorAll('details')) fold.open = true
}
