// Every pair of a text's colour and what it stands on, as the browser works it out, for many brand colours: light, dark and on paper.
//
//   node colors.mjs SITE RAMPS              RAMPS is a JSON file: [{ "color": "#1f6f78", "ramp": ":root{--brand-97:…}" }, …]
//
// Each page is loaded once a medium. With a ramp in which no two steps are alike one text of every pair is picked; then only those are
// looked at, ramp by ramp. Links and buttons are looked at a second time as if the pointer were on all of them.
import { readFileSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { start } from './chromium.mjs'
import { serve } from './server.mjs'

const LEAST = 4.5
const MEDIA = { light: { colorScheme: 'light' }, dark: { colorScheme: 'dark' }, print: { media: 'print', colorScheme: 'dark' } }

const [folder, ramps] = process.argv.slice(2)
if (!ramps) {
  console.error('Say which built site and which ramps: node colors.mjs SITE RAMPS')
  process.exit(2)
}
const site = resolve(folder)
const colors = JSON.parse(readFileSync(ramps, 'utf8'))
// Every kind of page: those at the top, one category, the guides at the top, and the pack, which holds every chapter.
const pages = [...pagesIn('.'), ...pagesIn('faq').slice(0, 1), ...pagesIn('guides'), ...pagesIn('print').filter(page => /index|card|sheet/.test(page))]
const unlike = unlikeSteps(colors[0].ramp)
const browser = await start()
const host = await serve(site, '/')
const faults = new Map()
const lowest = {}
let pairs = 0
try {
  for (const [medium, look] of Object.entries(MEDIA)) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' })
    const page = await context.newPage()
    await page.emulateMedia({ ...look, reducedMotion: 'reduce' })
    for (const address of pages) {
      await page.goto(new URL(address, host.url).href, { waitUntil: 'load' })
      await page.evaluate(prepare)
      for (const hand of medium === 'print' ? ['away'] : ['away', 'on everything']) {
        const found = await page.evaluate(measure, { unlike, colors, least: LEAST, paper: medium === 'print', hovered: hand !== 'away' })
        pairs += found.pairs
        // The pack is light on every device.
        const seen = medium === 'dark' && address.startsWith('print/') ? 'light' : medium
        if (found.lowest && !(lowest[seen]?.contrast <= found.lowest.contrast)) lowest[seen] = { ...found.lowest, address, hand }
        for (const fault of found.faults) {
          const key = `${medium}, pointer ${hand}: ${fault.where}`
          const worst = faults.get(key)
          if (!worst || fault.contrast < worst.contrast) faults.set(key, { ...fault, address })
        }
      }
    }
    await context.close()
  }
} finally {
  await host.stop()
  await browser.close()
}
for (const [key, { contrast, color, text, ground, address }] of faults) {
  console.log(`${address}: ${key}: ${contrast.toFixed(2)} for ${color} (${text} on ${ground})`)
}
for (const [medium, { contrast, color, text, ground, address, hand, where }] of Object.entries(lowest)) {
  console.log(`lowest, ${medium}: ${contrast.toFixed(2)} for ${color}, ${text} on ${ground} (${address}, pointer ${hand}: ${where})`)
}
console.log(`${pairs} pairs on ${pages.length} pages, ${colors.length} colors: ${faults.size} faults`)
process.exit(faults.size === 0 ? 0 : 1)

function pagesIn(path) {
  let names = []
  try { names = readdirSync(join(site, path)) } catch { return [] }
  return names.filter(name => name.endsWith('.html')).sort().map(name => (path === '.' ? name : `${path}/${name}`))
}

/** The same steps in colours of which no two are alike, nor like one a stylesheet may name. */
function unlikeSteps(ramp) {
  let number = 0
  return ramp.replace(/#[0-9a-f]{6}/g, () => `#${(0x3b0107 + 0x061103 * number++).toString(16).padStart(6, '0')}`)
}

/** In the page: everything open, one sheet for the ramp and one for what a pointer changes. */
async function prepare() {
  for (const details of document.querySelectorAll('details')) details.open = true
  const ramp = new CSSStyleSheet()
  const pointed = new CSSStyleSheet()
  const rules = [...document.styleSheets].flatMap(sheet => [...sheet.cssRules]).map(rule => rule.cssText)
  pointed.replaceSync(rules.join('\n').replaceAll(':hover', '[data-pointed]'))
  pointed.disabled = true
  const leftOut = new CSSStyleSheet()
  leftOut.replaceSync('[data-left-out] { display: none !important }')
  document.adoptedStyleSheets = [pointed, ramp, leftOut]
  window.looks = { ramp, pointed }
  await document.fonts.ready
}

/** In the page: picks the texts, then measures them under every ramp. */
function measure({ unlike, colors, least, paper, hovered }) {
  const { ramp, pointed } = window.looks
  pointed.disabled = !hovered
  for (const element of document.body.querySelectorAll('*')) {
    element.toggleAttribute('data-pointed', hovered)
    element.removeAttribute('data-left-out')
  }
  ramp.replaceSync(unlike)
  const picked = new Map()
  for (const place of places()) {
    const pair = pairOf(place)
    if (pair) picked.set(`${pair.text} ${pair.ground}`, picked.get(`${pair.text} ${pair.ground}`) ?? place)
  }
  // What holds no picked text is not drawn while the ramps change: the browser then works out a hundred looks instead of thousands.
  const kept = new Set()
  for (const { element } of picked.values()) for (let at = element; at; at = at.parentElement) kept.add(at)
  for (const element of document.body.querySelectorAll('*')) element.toggleAttribute('data-left-out', !kept.has(element))
  const faults = []
  let lowest = null
  for (const { color, ramp: steps } of colors) {
    ramp.replaceSync(steps)
    for (const place of picked.values()) {
      const pair = pairOf(place)
      if (!pair) continue
      if (pair.contrast < (lowest?.contrast ?? Infinity)) lowest = { where: name(place), color, ...pair }
      if (pair.contrast < least) faults.push({ where: name(place), color, ...pair })
    }
  }
  return { pairs: picked.size, faults, lowest }

  /** Every element with words of its own, and every sign a stylesheet writes. */
  function places() {
    const found = []
    for (const element of document.body.querySelectorAll('*')) {
      if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue
      const box = element.getBoundingClientRect()
      if (box.width <= 1 || box.height <= 1) continue
      if ([...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim())) found.push({ element, part: null })
      if (element.placeholder) found.push({ element, part: '::placeholder' })
      for (const part of ['::before', '::after']) {
        const { content, display } = getComputedStyle(element, part)
        if (!['none', 'normal', '""'].includes(content) && display !== 'none') found.push({ element, part })
      }
    }
    return found
  }

  function pairOf({ element, part }) {
    const style = getComputedStyle(element, part)
    const own = element instanceof SVGElement ? style.fill : style.color
    const grounds = []
    if (part && part !== '::placeholder') grounds.push(ground(style))
    let seen = 1
    for (let at = element; at; at = at.parentElement) {
      const look = getComputedStyle(at)
      grounds.push(ground(look))
      seen *= Number(look.opacity)
    }
    let under = [255, 255, 255]
    for (const layer of grounds.reverse()) under = over(layer, under)
    const [red, green, blue, alpha] = rgba(own)
    const shown = over([red, green, blue, alpha * seen], under)
    const [light, dark] = [luminance(shown), luminance(under)].sort((a, b) => b - a)
    return { text: own, ground: `rgb(${under.map(Math.round).join(', ')})`, contrast: (light + 0.05) / (dark + 0.05) }
  }

  /** What is painted behind; a printer leaves grounds out unless it is told that they matter. */
  function ground(style) {
    if (paper && style.printColorAdjust !== 'exact') return [0, 0, 0, 0]
    return rgba(style.backgroundColor)
  }

  function rgba(text) {
    const [red, green, blue, alpha = 1] = text.match(/[\d.]+/g).map(Number)
    return [red, green, blue, alpha]
  }

  function over([red, green, blue, alpha], under) {
    return [red, green, blue].map((part, index) => part * alpha + under[index] * (1 - alpha))
  }

  function luminance(rgb) {
    const [red, green, blue] = rgb.map(part => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }

  function name({ element, part }) {
    const step = one => one.localName + [...one.classList].map(word => `.${word}`).join('')
    return [element.parentElement, element].filter(Boolean).map(step).join(' > ') + (part ?? '')
  }
}
