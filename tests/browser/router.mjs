// The contact router in a real browser: by keyboard alone, with the back button, from an address, and without any script.
//
//   node router.mjs SITE…                    SITE is a built site's folder
//
// Exit code: 0 without faults, else 1. What is asked here holds for every site that has a router with more than one need.
import { resolve } from 'node:path'
import { start } from './chromium.mjs'
import { serve } from './server.mjs'

const WIDTHS = [320, 360, 768, 1000, 1280]

const browser = await start()
let faults = 0
try {
  for (const folder of process.argv.slice(2)) faults += await tryOut(resolve(folder))
} finally {
  await browser.close()
}
process.exitCode = faults > 0 ? 1 : 0

async function tryOut(folder) {
  const host = await serve(folder, '/')
  const url = new URL('reach-us.html', host.url).href
  const found = []
  const must = (holds, words) => { if (!holds) found.push(words) }
  try {
    await byKeyboard(url, must)
    await fromAnAddress(url, must)
    await withoutScript(url, must)
    await fits(url, must)
  } finally {
    await host.stop()
  }
  for (const fault of found) console.log(`  ${fault}`)
  console.log(`${folder}: ${found.length} faults`)
  return found.length
}

async function open(url, must, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce', ...options })
  const page = await context.newPage()
  page.on('console', message => { if (message.type() === 'error') must(false, `on the console: ${message.text()}`) })
  page.on('pageerror', error => must(false, `a script failed: ${error.message}`))
  await page.goto(url, { waitUntil: 'load' })
  return page
}

/** The answers that can be picked now, the questions asked now, and where the keyboard is. */
async function look(page) {
  // The script hears of a new address a moment after the address is new; on a busy machine the moment is long.
  await page.evaluate(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 50)))))
  return page.evaluate(() => {
    const seen = element => element.checkVisibility()
    const router = document.querySelector('[data-router]')
    return {
      answers: [...router.querySelectorAll('.route:not(.passed) > summary')].filter(seen).length,
      passed: [...router.querySelectorAll('.passed > summary')].filter(seen).length,
      questions: [...router.querySelectorAll('.router-question, .route-question')].filter(seen).map(question => question.textContent),
      leaves: [...router.querySelectorAll('.route-end')].filter(seen).length,
      focus: document.activeElement.className,
      back: seen(router.querySelector('[data-step="back"]')),
      hash: location.hash,
    }
  })
}

/** Tab until an answer that is not passed has the focus. */
async function toAnswer(page) {
  for (let presses = 0; presses < 200; presses += 1) {
    await page.keyboard.press('Tab')
    if (await page.evaluate(() => document.activeElement.matches('.route:not(.passed) > summary'))) return true
  }
  return false
}

async function byKeyboard(url, must) {
  const page = await open(url, must)
  const first = await look(page)
  must(first.questions.length === 1 && first.answers > 1 && first.leaves === 0 && !first.back, `the first card: ${JSON.stringify(first)}`)
  must(await toAnswer(page), 'the keyboard does not come to the first answers')
  await page.keyboard.press('Enter')
  const second = await look(page)
  must(second.questions.length === 1 && second.questions[0] !== first.questions[0], `the second card asks ${second.questions}`)
  must(second.passed === 1 && second.answers >= 1 && second.back, `the second card: ${JSON.stringify(second)}`)
  must(second.focus === 'route-question', `the focus went to ${second.focus}`)
  must(await toAnswer(page), 'the keyboard does not come to the second answers')
  await page.keyboard.press('Space')
  const leaf = await look(page)
  must(leaf.leaves === 1 && leaf.answers === 0 && leaf.questions.length === 0 && leaf.passed === 2, `the end: ${JSON.stringify(leaf)}`)
  await page.goBack()
  must(JSON.stringify(await look(page)) === JSON.stringify(second), 'the browser’s back button does not go back a question')
  await page.goForward()
  must((await look(page)).leaves === 1, 'forward does not come to the end again')
  await page.click('[data-step="back"]')
  must((await look(page)).hash === second.hash, 'our own back button does not go back a question')
  await page.click('.passed > summary')
  must((await look(page)).answers === first.answers, 'an answer that was picked does not lead back to its question')
  await page.goto(`${url}${second.hash}`)
  await page.click('[data-step="start"]')
  must((await look(page)).answers === first.answers, '“start again” does not')
  await page.context().close()
}

/** Every place in the router has an address; one that names something else leaves the cards alone. */
async function fromAnAddress(url, must) {
  const page = await open(url, must)
  const ids = await page.evaluate(() => [...document.querySelectorAll('.route-body')].map(place => place.id))
  for (const id of ids) {
    await page.goto(`${url}#${id}`)
    const shown = await page.evaluate(id => document.getElementById(id).checkVisibility(), id)
    must(shown, `#${id} shows nothing`)
  }
  const before = await look(page)
  await page.evaluate(() => { location.hash = '_main' })
  const after = await look(page)
  must(after.leaves === before.leaves && after.passed === before.passed, 'the way past the menu loses the card')
  await page.context().close()
}

/** The tree folds by itself, every place opens from its address, and no button stands there that does nothing. */
async function withoutScript(url, must) {
  const page = await open(url, must, { javaScriptEnabled: false })
  const ids = [...(await page.content()).matchAll(/class="route-body" id="([^"]+)"/g)].map(match => match[1])
  must(ids.length > 3, `${ids.length} places`)
  must(!await page.locator('[data-router-bar]').isVisible(), 'buttons that need a script are shown without one')
  await page.locator('summary').first().focus()
  await page.keyboard.press('Enter')
  must(await page.locator('.route-question').first().isVisible(), 'an answer does not unfold by keyboard')
  for (const id of ids.slice(0, 8)) {
    await page.goto('about:blank')
    await page.goto(`${url}#${id}`)
    must(await page.locator(`#${id}`).isVisible(), `without a script #${id} stays folded`)
  }
  await page.context().close()
}

async function fits(url, must) {
  for (const width of WIDTHS) {
    const page = await open(url, must, { viewport: { width, height: 800 } })
    const ids = await page.evaluate(() => [...document.querySelectorAll('.route-body')].map(place => place.id))
    for (const id of ['ask', ...ids]) {
      await page.evaluate(id => { location.hash = id }, id)
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      must(over <= 0, `#${id} is ${over} px too wide at ${width}`)
    }
    await page.context().close()
  }
}
