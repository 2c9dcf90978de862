// A site whose language runs from right to left, in a real browser: nothing overlaps, nothing scrolls sideways, numbers keep their order.
//
//   node mirror.mjs SITE                     SITE is a built site's folder
//
// Exit code: 0 without faults, else 1.
import { readdirSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { start } from './chromium.mjs'
import { serve } from './server.mjs'

const WIDTHS = [320, 360, 768, 1280]
const folder = resolve(process.argv[2])
const pages = readdirSync(folder, { recursive: true }).filter(name => name.endsWith('.html') && !name.startsWith('print'))
const browser = await start()
const host = await serve(folder, '/')
let faults = 0
try {
  for (const width of WIDTHS) {
    const context = await browser.newContext({ viewport: { width, height: 900 }, reducedMotion: 'reduce', timezoneId: 'Asia/Riyadh' })
    const page = await context.newPage()
    for (const name of pages) {
      await page.goto(new URL(relative(folder, join(folder, name)), host.url).href, { waitUntil: 'load' })
      await page.evaluate(() => document.querySelectorAll('details').forEach(it => { it.open = true }))
      for (const fault of await page.evaluate(looked)) {
        faults += 1
        console.log(`  ${name} at ${width}: ${fault}`)
      }
    }
    await context.close()
  }
} finally {
  await host.stop()
  await browser.close()
}
console.log(`${folder}: ${faults} faults`)
process.exitCode = faults > 0 ? 1 : 0

function looked() {
  const found = []
  const root = document.documentElement
  if (root.scrollWidth > innerWidth) found.push(`scrolls sideways: ${root.scrollWidth}`)
  // Lines of text, each by its own boxes; what stays in place while the page scrolls may lie over it.
  const lines = []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const node = walker.currentNode, owner = node.parentElement
    if (!node.data.trim() || !owner.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue
    if (owner.closest('.unseen, .skip, .quick, .site-head, title, desc, script')) continue
    let isAside = false
    for (let at = owner; at; at = at.parentElement) {
      const style = getComputedStyle(at)
      isAside ||= style.position === 'fixed' || style.clipPath !== 'none'
    }
    if (isAside) continue
    const range = document.createRange()
    range.selectNodeContents(node)
    for (const box of range.getClientRects()) if (box.width > 1 && box.height > 1) lines.push({ box, owner, words: node.data.trim().slice(0, 30) })
  }
  lines.sort((a, b) => a.box.top - b.box.top)
  for (let i = 0; i < lines.length; i++) {
    for (let j = i + 1; j < lines.length && lines[j].box.top < lines[i].box.bottom; j++) {
      const a = lines[i].box, b = lines[j].box
      const over = Math.min(a.right, b.right) - Math.max(a.left, b.left), high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
      // Lines of one text stand close: a third of their height may touch.
      if (over > 2 && high > Math.min(a.height, b.height) * 0.4) found.push(`“${lines[i].words}” lies over “${lines[j].words}”`)
    }
  }
  // A number that is dialled starts with its + at the left.
  for (const link of document.querySelectorAll('a[href^="tel:+"]')) {
    const walk = document.createTreeWalker(link, NodeFilter.SHOW_TEXT)
    while (walk.nextNode()) {
      const data = walk.currentNode.data, plus = data.indexOf('+')
      if (plus < 0) continue
      const at = from => { const range = document.createRange(); range.setStart(walk.currentNode, from); range.setEnd(walk.currentNode, from + 1); return range.getBoundingClientRect() }
      if (at(plus).left > at(plus + 1).left) found.push(`a number runs backwards: ${data}`)
    }
  }
  const main = document.querySelector('main h1')
  if (main && getComputedStyle(main).direction !== 'rtl') found.push('the title starts on the left')
  return found
}
