// The preview's own part of a page: hears of changes, patches the page, and shows the owner's panel. It is in no built site.
import { patch, read } from "./patch.js"
import { mount } from "./sections.js"
import { moment } from "./moment.js"
import { pointing } from "./source.js"

const own = document.getElementById("_welcomemat").dataset
const base = `${own.prefix}/.welcomemat/`
const SILENCE = 2500

/** Everything the panel's parts need of the preview. */
const preview = {
  source: own.sourceFile,
  moved: own.moved,
  team: own.team,
  isHere: ["127.0.0.1", "localhost", "[::1]"].includes(location.hostname),
  async act(deed) {
    const answer = await ask("act", { method: "POST", body: JSON.stringify(deed) })
    return answer.ok ? "" : answer.text()
  },
}

function ask(name, options = {}) {
  return fetch(base + name, { ...options, headers: { "x-welcomemat-secret": own.secret }, cache: "no-store" })
}

const isFramed = window.top !== window
const panel = isFramed ? null : mount(base, preview)
let served = null, shown = Number(own.shown), working = Promise.resolve(), scripts = new Map()

moment.apply()
if (!isFramed) pointing(panel, preview)
begin()

async function begin() {
  served = await page().then(it => it.document)
  for (const script of fixedScripts()) scripts.set(script, await text(script))
  listen()
}

async function page() {
  const answer = await fetch(location.pathname, { cache: "no-store" })
  const moved = answer.headers.get("x-welcomemat-moved")
  // The page for missing addresses brings a style of its own, which no other page may have.
  return { document: answer.ok ? read(await answer.text()) : read(""), status: answer.status, moved }
}

const text = address => fetch(address, { cache: "no-store" }).then(answer => answer.text(), () => "")

// Scripts whose names do not tell what is in them.
const fixedScripts = () => [...document.querySelectorAll("script[src]:not([type=module])")].map(it => it.src).filter(src => !/\.[0-9a-f]{8,}\.js$/.test(src))

/** Hears of every change. A stream that falls silent is as good as closed. */
function listen() {
  const stream = new EventSource(`${base}events?secret=${own.secret}`)
  let timer
  const alive = () => {
    clearTimeout(timer)
    timer = setTimeout(lost, SILENCE)
    panel?.connected(true)
  }
  const lost = () => {
    panel?.connected(false)
    stream.close()
    clearTimeout(timer)
    setTimeout(wait, 500)
  }
  stream.addEventListener("news", event => { alive(); hear(JSON.parse(event.data)) })
  stream.addEventListener("beat", alive)
  stream.onerror = lost
  alive()
}

// A preview that was started again has a new secret, which only a new page knows.
async function wait() {
  const answer = await ask("state").catch(() => null)
  if (!answer) return void setTimeout(wait, 500)
  if (answer.status === 403) return location.reload()
  listen()
}

function hear(news) {
  working = working.then(() => follow(news)).catch(() => {})
}

async function follow(news) {
  if (panel) ask("state").then(answer => answer.json()).then(report => panel.tell(report))
  if (news.shown === shown) return
  shown = news.shown
  const { document: fresh, status, moved } = await page()
  if (status === 404 && moved !== null) return panel?.moved(moved)
  panel?.moved(null)
  if (moment.isAwaited(news) || await scriptsChanged()) return location.reload()
  const changed = patch(served, fresh)
  if (!changed) return location.reload()
  served = fresh
  document.dispatchEvent(new Event("welcomemat:now"))
  dispatchEvent(new CustomEvent("welcomemat:patched", { detail: { changed: changed.length } }))
  changed.forEach(flash)
  panel?.changed(changed)
}

async function scriptsChanged() {
  for (const [address, before] of scripts) if (await text(address) !== before) return true
  return false
}

function flash(block) {
  const isCalm = matchMedia("(prefers-reduced-motion: reduce)").matches
  const colour = "color-mix(in srgb, #e8b931 45%, transparent)"
  const frames = isCalm ? [{ outline: `2px solid ${colour}` }, { outline: `2px solid ${colour}` }]
    : [{ backgroundColor: colour, boxShadow: `0 0 0 6px ${colour}` }, { backgroundColor: "transparent", boxShadow: "0 0 0 6px transparent" }]
  block.animate(frames, { duration: 1400, easing: "ease-out" })
}
