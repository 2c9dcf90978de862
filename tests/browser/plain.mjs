// Every page without JavaScript: whatever a script shows is there too, in words or behind a fold that opens. Called as `looks.mjs` says.
//
// Live words (`.scripted`, the lamp) are left out: they say in other words what the page says anyway.
import { lookAt } from './looks.mjs'

await lookAt({ views: [[1280, 900, 'light']], check, whole })

async function check(page, fault, look) {
  const withScript = new Set(await page.evaluate(wordsThere))
  const context = await page.context().browser().newContext({ viewport: page.viewportSize(), javaScriptEnabled: false })
  const plain = await context.newPage()
  await plain.goto(page.url())
  const without = new Set(await plain.evaluate(wordsThere))
  for (const words of withScript) {
    if (!without.has(words)) fault(`without JavaScript “${words.slice(0, 60)}” is not there`)
  }
  const dead = await plain.evaluate(() => [...document.querySelectorAll('main button, main input, .foot-links button')]
    .filter(it => it.checkVisibility({ visibilityProperty: true }) && !it.popoverTargetElement && !it.closest('form') && !['radio', 'checkbox'].includes(it.type)).map(it => it.textContent.trim()))
  for (const button of dead) fault(`without JavaScript the button “${button}” does nothing`)
  await context.close()
}

/** The menu, a link to a folded answer and the search, without a script. */
async function whole(browser, base, fault) {
  const page = await browser.newPage({ viewport: { width: 360, height: 740 }, javaScriptEnabled: false })
  await page.goto(new URL('index.html', base).href)
  await page.locator('.menu-open').click()
  if (!await page.locator('#_menu').isVisible()) fault('without JavaScript the menu does not open')
  await page.goto(new URL('faq/reaching-us.html', base).href)
  const id = await page.locator('main details').last().locator('.answer').getAttribute('id')
  await page.goto('about:blank')
  await page.goto(new URL(`faq/reaching-us.html#${id}`, base).href)
  if (!await page.locator('main details').last().evaluate(it => it.open)) fault(`without JavaScript #${id} stays folded`)
  await page.context().close()
}

/** What can be read in the page, folds opened. */
function wordsThere() {
  for (const fold of document.querySelectorAll('details')) fold.open = true
  document.querySelector('[data-router]')?.classList.remove('asking')
  for (const hidden of document.querySelectorAll('[data-router] li[hidden], [data-router] p[hidden]:not(.scripted, [data-router-bar])')) hidden.hidden = false
  const found = []
  const walk = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT)
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    const words = node.data.replace(/\s+/g, ' ').trim(), it = node.parentElement
    if (words && it.checkVisibility({ visibilityProperty: true }) && !it.closest('.scripted, [data-door], .today-mark, .today-note, [data-router-bar]')) found.push(words)
  }
  return found
}
