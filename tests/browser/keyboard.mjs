// Pages by keyboard alone, on a phone's width, a tablet's and a desk's. Called as `looks.mjs` says.
//
// Tab must come to every control, in reading order, and leave the page at the end. Wherever it stands the focus must be
// seen: nothing lies over it, and what changes around it is as large as a line around it and differs by 3:1 (WCAG 2.2, 2.4.11
// and 2.4.13). The menu and the search must open, lead on and close with Esc.
import { lookAt } from './looks.mjs'
import { contrast, pixels } from './png.mjs'

const VIEWS = [[360, 740, 'dark'], [800, 900, 'dark'], [1280, 900, 'light']]
/** How far from its control a ring is looked for: a door's is around the whole card. */
const AROUND = 28
/** On every so manieth stop of a page the ring's pixels are measured; its place is looked at on every one. */
const MEASURED = 7

let walks = 0
await lookAt({ views: VIEWS, check: walk, whole: tryOut })

async function tryOut(browser, base, fault) {
  const open = async address => {
    const page = await browser.newPage({ viewport: { width: 360, height: 740 }, reducedMotion: 'reduce' })
    await page.goto(new URL(address, base).href, { waitUntil: 'load' })
    return page
  }
  await menu(await open('index.html'), (holds, words) => holds || fault(`the menu: ${words}`))
  await search(await open('index.html'), (holds, words) => holds || fault(`the search: ${words}`))
  await questions(await open('faq/reaching-us.html'), (holds, words) => holds || fault(`the questions: ${words}`))
}

/** Tab from the top to the end. */
async function walk(page, fault) {
  const controls = await page.evaluate(controlsInOrder)
  const visited = []
  walks += 1
  for (let presses = 0; presses <= controls.length; presses += 1) {
    await page.keyboard.press('Tab')
    const stop = await page.evaluate(whereItStands)
    if (!stop) break
    if (visited.some(({ number }) => number === stop.number)) { fault(`Tab comes to ${stop.name} twice, and never to the end`); break }
    visited.push(stop)
    if (stop.under) fault(`${stop.name} has the focus, and ${stop.under} lies over it`)
    if (presses % MEASURED === walks % MEASURED) await measureRing(page, stop, fault)
  }
  for (const { number, name } of controls) {
    if (!visited.some(stop => stop.number === number)) fault(`Tab never comes to ${name}`)
  }
  visited.slice(1).forEach((stop, before) => {
    if (jumpsBack(visited[before].box, stop.box)) fault(`after ${visited[before].name} the focus jumps back up to ${stop.name}`)
  })
}

/** Everything a keyboard should come to, as it stands on the page. Of radio buttons in a group one stop stands for all. */
function controlsInOrder() {
  const all = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')]
  const shown = all.filter(it => it.checkVisibility({ visibilityProperty: true }) && !it.disabled && !it.closest('[inert]') && it.tabIndex >= 0)
  const stops = shown.filter(it => it.type !== 'radio' || it.checked)
  window.stopNumbers = new Map(all.map((it, number) => [it, number]))
  return stops.map(it => ({ number: window.stopNumbers.get(it), name: `${it.localName} “${(it.textContent || it.name || it.getAttribute('aria-label') || '').trim().slice(0, 40)}”` }))
}

/** Which control has the focus, where it is on the page, and what lies over it. Nothing when the page has been left. */
function whereItStands() {
  const it = document.activeElement
  if (!it || it === document.body || it === document.documentElement) return null
  // A control may show its focus on what stands for it: the words beside a hidden radio button.
  const shown = it.matches('input[type=radio]') ? it.nextElementSibling ?? it : it
  const boxes = [...shown.getClientRects()].filter(box => box.width > 0 && box.height > 0)
  const box = shown.getBoundingClientRect()
  const part = boxes[0] ?? box
  const [x, y] = [part.x + part.width / 2, part.y + part.height / 2]
  const top = document.elementFromPoint(x, y)
  const isFree = top && (shown.contains(top) || top.contains(shown) || it.contains(top) || top.closest('label')?.contains(it))
  const isIn = x >= 0 && y >= 0 && x <= innerWidth && y <= innerHeight
  const isFixed = Boolean(it.closest('.site-nav:popover-open, .quick, .skip, .toc, .letters')) || getComputedStyle(it.closest('.site-nav') ?? it).position === 'sticky'
  return {
    number: window.stopNumbers?.get(it) ?? -1,
    name: `${it.localName} “${(it.textContent || it.name || '').trim().slice(0, 40)}”`,
    under: !isIn ? 'the window’s edge' : isFree ? '' : top ? `${top.localName}.${top.className}` : 'something',
    box: isFixed ? null : { left: box.left + scrollX, right: box.right + scrollX, top: box.top + scrollY, bottom: box.bottom + scrollY },
    seen: { x: part.x, y: part.y, width: part.width, height: part.height },
  }
}

/** Reading goes down, or on in the line; up only into a column further on. */
function jumpsBack(from, to) {
  if (!from || !to) return false
  return to.bottom <= from.top + 4 && to.left < from.right - 4
}

/** Compares the control with itself without the focus. */
async function measureRing(page, stop, fault) {
  const { width, height } = page.viewportSize()
  const left = Math.max(0, Math.floor(stop.seen.x - AROUND)), top = Math.max(0, Math.floor(stop.seen.y - AROUND))
  const right = Math.min(width, Math.ceil(stop.seen.x + stop.seen.width + AROUND)), bottom = Math.min(height, Math.ceil(stop.seen.y + stop.seen.height + AROUND))
  if (right <= left || bottom <= top) return fault(`${stop.name} has the focus outside the window`)
  const clip = { x: left, y: top, width: right - left, height: bottom - top }
  const focused = pixels(await page.screenshot({ clip, caret: 'hide' }))
  await page.evaluate(() => { window.lastStop = document.activeElement; window.lastStop.blur() })
  const plain = pixels(await page.screenshot({ clip, caret: 'hide' }))
  await page.evaluate(() => window.lastStop.focus({ preventScroll: true, focusVisible: true }))
  let changed = 0
  for (let y = 0; y < focused.height; y += 1) {
    for (let x = 0; x < focused.width; x += 1) {
      if (contrast(focused.at(x, y), plain.at(x, y)) >= 3) changed += 1
    }
  }
  // A tall control may reach out of the window, and corners are round: a line of 1 px is asked for, and ours has 3.
  const wanted = 2 * Math.min(stop.seen.width + stop.seen.height, clip.width)
  if (changed < wanted) fault(`the focus on ${stop.name} is hardly seen: ${changed} pixels of ${wanted}`)
}

/** The menu of narrow screens: opened by key, the focus goes through it, Esc closes it and gives the focus back. */
async function menu(page, must) {
  await page.locator('.menu-open').focus()
  await page.keyboard.press('Enter')
  must(await page.locator('#_menu').isVisible(), 'Enter does not open it')
  await page.keyboard.press('Tab')
  must(await page.evaluate(() => document.activeElement.closest('#_menu') !== null), 'Tab does not go into it')
  await page.keyboard.press('Escape')
  must(!await page.locator('#_menu').isVisible(), 'Esc does not close it')
  must(await page.evaluate(() => document.activeElement.matches('.menu-open')), 'closed, it does not give the focus back')
  await page.keyboard.press('Space')
  await page.locator('.menu-close').focus()
  await page.keyboard.press('Enter')
  must(!await page.locator('#_menu').isVisible(), 'its own button does not close it')
  await page.context().close()
}

/** The search: results one after the other, out of them again, Esc. */
async function search(page, must) {
  await page.keyboard.press('/')
  await page.keyboard.type('open')
  await page.locator('.found-one').first().waitFor()
  await page.keyboard.press('Tab')
  must(await page.evaluate(() => document.activeElement.className === 'found-one'), 'Tab does not go to the first result')
  const results = await page.locator('.found-one').count()
  for (let result = 0; result < results; result += 1) await page.keyboard.press('Tab')
  must(await page.evaluate(() => !document.activeElement.closest('.found')), 'Tab does not leave the results')
  await page.locator('[data-search]').focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Escape')
  must(await page.locator('.found').isHidden(), 'Esc does not close the results')
  must(await page.evaluate(() => document.activeElement.matches('[data-search]')), 'Esc does not give the focus back')
  await page.context().close()
}

/** A question opens and closes by key. */
async function questions(page, must) {
  const first = page.locator('main details > summary').first()
  const isOpen = () => first.evaluate(it => it.parentElement.open)
  const before = await isOpen()
  await first.focus()
  await page.keyboard.press('Enter')
  must(await isOpen() !== before, 'Enter does not fold or unfold one')
  await page.keyboard.press('Space')
  must(await isOpen() === before, 'Space does not fold or unfold one')
  await page.context().close()
}
