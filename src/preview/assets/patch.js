// Brings a page up to what was served last, in place: where you are, what you opened and what you typed stay.
//
// Three pages are compared: the one served before, the one served now, and the living one, which scripts and people have changed. Only
// what differs between the first two is changed in the third, as near to the change as their shapes allow; there idiomorph takes over.
import { Idiomorph } from "./idiomorph.js"

const parser = new DOMParser()
const OWN = "#_welcomemat, welcomemat-panel"

export function read(text) {
  const page = parser.parseFromString(text, "text/html")
  page.querySelectorAll(OWN).forEach(own => own.remove())
  return page
}

// What an element is, wherever it was typed: a line added above moves every place below it.
const bare = html => html.replace(/ data-source="[^"]*"/g, "")
const isSame = (one, other) => bare(one.outerHTML) === bare(other.outerHTML)
const parts = element => [...element.children].filter(part => !part.matches(OWN))

/** Patches the living page from `before` to `after`. Gives the elements that changed, or nothing when only a reload will do. */
export function patch(before, after) {
  if (sources(before, "script[src]").join() !== sources(after, "script[src]").join()) return null
  const stay = anchor()
  swapStyles(before, after)
  document.title = after.title
  attributes(document.documentElement, before.documentElement, after.documentElement)
  bring(document.body, before.body, after.body)
  const changed = differing(before, after)
  stay()
  return changed
}

function bring(living, before, after) {
  if (isSame(before, after)) return places(living, after)
  const [live, old, fresh] = [living, before, after].map(parts)
  const fits = old.length === fresh.length && live.length === old.length
    && old.every((part, at) => part.localName === fresh[at].localName && part.localName === live[at].localName && part.id === fresh[at].id)
  if (!fits || ownText(before) !== ownText(after)) return morph(living, after)
  attributes(living, before, after)
  old.forEach((part, at) => bring(live[at], part, fresh[at]))
}

const ownText = element => [...element.childNodes].filter(node => node.nodeType === 3).map(node => node.data.trim()).join("\n")

function attributes(living, before, after) {
  const names = new Set([...before.getAttributeNames(), ...after.getAttributeNames()])
  for (const name of names) {
    if (before.getAttribute(name) === after.getAttribute(name) && name !== "data-source") continue
    if (after.hasAttribute(name)) living.setAttribute(name, after.getAttribute(name))
    else living.removeAttribute(name)
  }
}

// The same blocks, typed elsewhere now.
function places(living, after) {
  const [live, fresh] = [living, after].map(element => [element, ...element.querySelectorAll("[data-source]")])
  if (live.length !== fresh.length) return
  live.forEach((block, at) => {
    if (fresh[at].dataset.source) block.dataset.source = fresh[at].dataset.source
  })
}

const KEPT = new Set(["open", "style", "value", "checked", "aria-expanded"])

function morph(living, after) {
  const paired = pair(living, after)
  const folds = new Map([...living.querySelectorAll("details")].map(fold => [nameOf(fold), fold.open]))
  Idiomorph.morph(living, after.outerHTML, {
    morphStyle: "outerHTML",
    ignoreActiveValue: true,
    restoreFocus: true,
    callbacks: {
      beforeNodeRemoved: node => !(node.nodeType === 1 && node.matches(OWN)),
      beforeAttributeUpdated: name => !KEPT.has(name),
    },
  })
  paired.forEach(block => block.removeAttribute("id"))
  for (const fold of document.querySelectorAll("details")) {
    if (folds.has(nameOf(fold))) fold.open = folds.get(nameOf(fold))
  }
}

// A fold is the same one as long as it leads to the same place, whatever stands above it or in it now.
const nameOf = fold => fold.id || fold.querySelector("[id]:not([id^='_same-'])")?.id || fold.querySelector("summary")?.textContent

// Blocks that say the same get the same id while idiomorph looks: else a line added above makes every block below it take the words of
// its neighbour, and nobody could tell which one was under the eye.
function pair(living, after) {
  const selector = "[data-source]:not([id])"
  const waiting = new Map()
  for (const block of living.querySelectorAll(selector)) {
    const html = bare(block.outerHTML)
    waiting.set(html, [...(waiting.get(html) ?? []), block])
  }
  const paired = []
  for (const block of after.querySelectorAll(selector)) {
    const same = waiting.get(bare(block.outerHTML))?.shift()
    if (!same) continue
    same.id = block.id = `_same-${paired.length}`
    paired.push(same, block)
  }
  return paired
}

const sources = (page, selector) => [...page.querySelectorAll(selector)].map(one => one.getAttribute("src") ?? one.getAttribute("href"))

// A new stylesheet comes beside the old one, which goes once the new one is there: nothing flickers.
function swapStyles(before, after) {
  const selector = 'link[rel="stylesheet"]'
  const [old, fresh] = [before, after].map(page => sources(page, selector))
  if (old.join() === fresh.join()) return
  const living = [...document.querySelectorAll(selector)].filter(link => old.includes(link.getAttribute("href")))
  const going = living.filter(link => !fresh.includes(link.getAttribute("href")))
  const coming = fresh.filter(href => !old.includes(href)).map(href => {
    const link = document.createElement("link")
    link.rel = "stylesheet"
    link.href = href
    return link
  })
  const come = coming.map(link => new Promise(done => { link.onload = link.onerror = done }))
  const hrefs = coming.map(link => link.getAttribute("href"))
  // Which one stands later decides between their rules.
  for (const href of fresh.toReversed().filter(href => hrefs.includes(href))) {
    const behind = fresh.slice(fresh.indexOf(href) + 1)
    const next = [...document.querySelectorAll(selector)].find(link => behind.includes(link.getAttribute("href")))
    const link = coming[hrefs.indexOf(href)]
    if (next) next.before(link)
    else if (living.length > 0) living.at(-1).after(link)
    else document.head.append(link)
  }
  Promise.all(come).then(() => {
    going.forEach(link => link.remove())
    dispatchEvent(new Event("welcomemat:styled"))
  })
}

/** Keeps the block under the eye where it is. Gives the function that puts it back. */
function anchor() {
  const eye = innerHeight / 3
  const blocks = [...document.querySelectorAll("main *")].filter(block => {
    const box = block.getBoundingClientRect()
    return box.height > 0 && box.bottom > 0 && box.top < innerHeight
  })
  const distance = block => Math.abs(block.getBoundingClientRect().top - eye)
  const seen = blocks.map(block => ({ block, top: block.getBoundingClientRect().top, words: block.textContent, far: distance(block) }))
    .sort((one, other) => one.far - other.far)
  const root = document.documentElement
  const isAtTop = scrollY === 0
  root.style.overflowAnchor = "none"
  return () => {
    const kept = seen.find(it => it.block.isConnected && it.block.textContent === it.words) ?? seen.find(it => it.block.isConnected)
    if (kept && !isAtTop) {
      const moved = kept.block.getBoundingClientRect().top - kept.top
      if (Math.abs(moved) > .5) scrollBy({ top: moved, behavior: "instant" })
    }
    requestAnimationFrame(() => root.style.removeProperty("overflow-anchor"))
  }
}

// The innermost blocks that say something else than before.
function differing(before, after) {
  const selector = "main [data-source]"
  const known = new Set([...before.querySelectorAll(selector)].map(block => bare(block.outerHTML)))
  const live = [...document.querySelectorAll(selector)], fresh = [...after.querySelectorAll(selector)]
  const changed = fresh.map((block, at) => (known.has(bare(block.outerHTML)) ? null : live[at])).filter(Boolean)
  return changed.filter(block => !changed.some(other => other !== block && block.contains(other)))
}
