// The owner's panel. Each section is a name and a function that fills a box from the latest report; one more is one more line in SECTIONS.
import { moment } from "./moment.js"
import { turn, view } from "./view.js"

const isOf = (...families) => it => families.some(family => it.code.startsWith(`${family}/`))
const isAsked = isOf("needs"), isDue = isOf("fresh")
const SECTIONS = [
  { name: "To mend", fill: findings },
  { name: "Will be asked", fill: listOf(isAsked, "What clients will still ask, and no page answers yet.", "Every usual question of clients has its answer.") },
  { name: "To look over", fill: listOf(isDue, "Pages that somebody should read again.", "No page waits to be read again.") },
  { name: "Moment", fill: times },
  { name: "View", fill: looks },
  { name: "Team and replies", fill: team },
]
const HIDDEN = "welcomemat-hidden"

/** An element with its attributes and what is in it. */
function make(name, attributes = {}, ...inside) {
  const element = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value)
    else if (value !== null && value !== false) element.setAttribute(key, value === true ? "" : value)
  }
  element.append(...inside.filter(it => it !== null && it !== undefined))
  return element
}

export function mount(base, preview) {
  const host = make("welcomemat-panel")
  const root = host.attachShadow({ mode: "open" })
  const state = { report: null, section: 0, isOpen: false, isConnected: true, changed: [], said: "", scope: "page" }
  const frame = make("div", { class: "frame", hidden: true })
  const outline = make("div", { class: "outline", hidden: true }, make("span"))
  const notice = make("div", { class: "notice", role: "status" })
  const bar = make("section", { class: "mistakes", "aria-label": "Mistakes in the preview", hidden: true })
  const drawer = make("section", { class: "drawer", id: "drawer", "aria-label": "Preview panel", hidden: true })
  const pill = make("button", { class: "pill", type: "button", "aria-expanded": "false", "aria-controls": "drawer", onclick: () => open(!state.isOpen) })
  root.append(make("link", { rel: "stylesheet", href: `${base}panel.css` }), frame, outline, bar, notice, drawer, pill)
  document.body.append(host)
  let point = () => {}

  const tools = { state, preview, frame, draw, openFile, point: () => point() }
  addEventListener("keydown", event => {
    if (event.altKey && event.shiftKey && event.code === "KeyP") { event.preventDefault(); hide(false); open(!state.isOpen) }
    if (event.key === "Escape" && !frame.hidden) frame.hidden = true
  })
  if (sessionStorage.getItem(HIDDEN)) hide(true)

  function open(wish) {
    state.isOpen = wish
    draw()
    if (wish) drawer.querySelector("button")?.focus()
    else pill.focus()
  }

  function hide(wish) {
    host.classList.toggle("hidden", wish)
    pill.hidden = wish
    if (wish) { state.isOpen = false; sessionStorage.setItem(HIDDEN, "1") } else sessionStorage.removeItem(HIDDEN)
    draw()
  }

  async function openFile(file, line) {
    state.said = await preview.act({ do: "open", file, line }).catch(() => "The preview does not answer.")
    draw()
  }

  function draw() {
    const { report } = state
    const [mistakes, things] = report?.counts ?? [0, 0]
    const words = !state.isConnected ? "Not connected" : mistakes ? counted(mistakes, "mistake", "mistakes") : things ? `${things} to look at` : "Preview"
    pill.dataset.state = !state.isConnected ? "lost" : mistakes ? "bad" : things ? "some" : "good"
    pill.setAttribute("aria-expanded", String(state.isOpen))
    pill.replaceChildren(make("span", { class: "lamp", "aria-hidden": "true" }), words)
    keepingFocus(notice, drawNotice)
    keepingFocus(bar, drawMistakes)
    drawer.hidden = !state.isOpen
    // Whoever is typing a day must not lose it to the next piece of news.
    if (state.isOpen && !root.activeElement?.matches("input, select")) keepingFocus(drawer, drawDrawer)
  }

  // What is drawn anew has the focus where it was.
  function keepingFocus(box, fill) {
    const reachable = () => [...box.querySelectorAll("button, a, input, select")]
    const at = reachable().indexOf(root.activeElement)
    fill()
    if (at >= 0) reachable()[at]?.focus()
  }

  function drawNotice() {
    const lines = []
    if (!state.isConnected) lines.push(make("p", { class: "lost" }, "Not connected: the preview has stopped. This page is as it was last. Start it again and it goes on here."))
    if (state.moved === "") lines.push(make("p", {}, "This page is gone: its file was deleted. ", make("a", { href: `${base}../` }, "Go to the home page")))
    if (state.moved) lines.push(make("p", {}, "This page has another address now: ", make("a", { href: state.moved }, state.moved)))
    if (state.said) lines.push(make("p", {}, state.said))
    const away = state.changed.filter(block => block.isConnected)
    const isSeen = block => { const box = block.getBoundingClientRect(); return box.bottom > 0 && box.top < innerHeight }
    if (away.length && !away.some(isSeen)) lines.push(make("button", { type: "button", class: "go", onclick: () => goTo(away[0]) }, "Go to what changed"))
    notice.replaceChildren(...lines)
  }

  function goTo(block) {
    for (let at = block; at; at = at.parentElement) if (at.localName === "details") at.open = true
    block.scrollIntoView({ block: "center", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "instant" : "smooth" })
    state.changed = []
    draw()
  }

  function drawMistakes() {
    const { report } = state
    const mistakes = report?.findings.filter(it => it.severity === "error") ?? []
    bar.hidden = report?.stage !== "held" || mistakes.length === 0
    if (bar.hidden) return
    bar.replaceChildren(
      make("h2", {}, mistakes.length === 1 ? "One mistake to mend" : `${mistakes.length} mistakes to mend`),
      make("p", { class: "why" }, "Until then the last good page stays here."),
      make("ol", {}, ...mistakes.slice(0, 20).map(it => make("li", {}, ...finding(it, tools)))),
    )
  }

  function drawDrawer() {
    const tabs = SECTIONS.map((section, at) => make("button", {
      type: "button", "aria-pressed": String(at === state.section), onclick: () => { state.section = at; draw() },
    }, section.name))
    const box = make("div", { class: "box" })
    SECTIONS[state.section].fill(box, tools)
    drawer.replaceChildren(
      make("div", { class: "tabs", role: "group", "aria-label": "Parts of the panel" }, ...tabs),
      box,
      make("div", { class: "foot" },
        make("button", { type: "button", onclick: () => hide(true), title: "Alt + Shift + P brings it back" }, "Hide the panel"),
        make("button", { type: "button", onclick: () => open(false) }, "Close")),
    )
  }

  draw()
  return {
    connected(isConnected) { if (state.isConnected !== isConnected) { state.isConnected = isConnected; draw() } },
    tell(report) { state.report = report; host.dataset.told = String(report.newest); draw() },
    moved(place) { if (state.moved !== place) { state.moved = place ?? undefined; draw() } },
    changed(blocks) { state.changed = blocks; turn(); draw() },
    open: openFile,
    onPoint(toggle) { point = toggle },
    pointing(isOn) { state.isPointing = isOn; draw() },
    outline(block) {
      outline.hidden = !block
      if (!block) return
      const box = block.getBoundingClientRect()
      Object.assign(outline.style, { top: `${box.top}px`, left: `${box.left}px`, width: `${box.width}px`, height: `${box.height}px` })
      outline.firstChild.textContent = block.dataset.source.replace(/:(\d+)$/, ", line $1")
    },
  }
}

const counted = (count, one, many) => `${count} ${count === 1 ? one : many}`

/** Words with what stands between backticks as typed. */
const typed = words => words.split("`").map((part, at) => (at % 2 ? make("code", {}, part) : part))

/** One finding: what is wrong, where, the owner's own line, what to do. */
function finding(it, { preview, openFile }) {
  const where = it.file && it.line ? `${it.file}, line ${it.line}` : it.file
  const link = preview.isHere ? make("button", { type: "button", class: "place", onclick: () => openFile(it.file, it.line ?? 1) }, where ?? "") : make("span", { class: "place" }, where ?? "")
  return [
    make("p", { class: "message" }, ...typed(it.message)),
    where ? link : null,
    it.text ? make("pre", {}, it.text) : null,
    it.help ? make("p", { class: "help" }, ...typed(it.help)) : null,
  ].filter(Boolean)
}

function findings(box, tools) {
  const { state, preview } = tools
  const all = (state.report?.findings ?? []).filter(it => !isAsked(it) && !isDue(it))
  const here = all.filter(it => it.file === preview.source)
  const listed = state.scope === "page" ? here : all
  const choose = (scope, words) => make("button", { type: "button", "aria-pressed": String(state.scope === scope), onclick: () => { state.scope = scope; tools.draw() } }, words)
  box.append(
    make("div", { class: "choice" }, choose("page", `This page (${here.length})`), choose("site", `Whole site (${all.length})`)),
    listed.length ? make("ol", {}, ...listed.map(it => make("li", { "data-severity": it.severity }, ...finding(it, tools)))) : make("p", {}, "Nothing to mend here."),
  )
}

/** A section of the findings of some families. */
function listOf(isListed, words, none) {
  return (box, tools) => {
    const listed = (tools.state.report?.findings ?? []).filter(isListed)
    box.append(make("p", { class: "why" }, listed.length ? words : none),
      make("ol", {}, ...listed.map(it => make("li", { "data-severity": it.severity }, ...finding(it, tools)))))
  }
}

const root = element => element.getRootNode()

function times(box, tools) {
  const { state, preview } = tools
  const zone = state.report?.zone || "UTC", wish = moment.chosen(), today = state.report?.today
  const field = (words, input) => make("label", {}, words, input)
  const day = make("input", { type: "date", value: wish?.day ?? today, required: true })
  const time = make("input", { type: "time", value: wish?.time ?? "09:00", required: true })
  const zones = Intl.supportedValuesOf?.("timeZone") ?? [zone]
  const visitor = make("select", {}, make("option", { value: "" }, "This computer's own"), ...zones.map(name => make("option", { value: name, selected: name === wish?.visitor }, name)))
  const go = async wish => {
    state.said = (await moment.go(wish, preview, today)) || ""
    tools.draw()
  }
  box.append(make("form", { onsubmit: event => { event.preventDefault(); root(box).activeElement?.blur(); go({ day: day.value, time: time.value, zone, visitor: visitor.value }) } },
    make("p", {}, "See the site as a client would then: open or closed, when an answer is due, which closure is announced."),
    field(`Day in ${zone}`, day), field("Time there", time), field("Where the client's clock runs", visitor),
    make("div", { class: "choice" }, make("button", { type: "submit" }, "Go there"), make("button", { type: "button", onclick: () => go(null) }, "Back to now")),
    wish ? make("p", { class: "why" }, `Shown as at ${wish.day}, ${wish.time}.`) : null))
}

const TEAM_PAGES = [["index.html", "Replies and notes"], ["promises.html", "Our promises"], ["next-closure.html", "Next days off"], ["findings.html", "Findings"]]

/** The way to the pages for the business's own people, which no client page has. */
function team(box, { state, preview }) {
  const isThere = preview.team && location.pathname.startsWith(preview.team)
  const page = ([file, name]) => make("li", {}, make("a", { href: preview.team + file }, name))
  const words = !preview.team ? "Pages for your own people are left out while others in the network may look. Start the preview without `--lan` to see them."
    : !state.report?.has_team ? "There are no pages for your own people yet. Write ready replies into `content/replies`, or `audience = \"staff\"` into a page's header."
    : "For your own people only: ready replies, notes, your promises. Clients never see them; a build puts them into a folder of their own, `staff`."
  box.append(make("p", { class: "why" }, ...typed(words)))
  if (preview.team && state.report?.has_team) box.append(make("ul", {}, ...TEAM_PAGES.map(page)))
  if (isThere) box.append(make("p", {}, make("a", { href: "/" }, "Back to what clients see")))
}

const WIDTHS = [["Phone", 390, 844], ["Tablet", 820, 1100], ["Desktop", 1280, 900]]

function looks(box, tools) {
  const { state, frame, preview } = tools
  const show = ([name, width, height]) => {
    const inner = make("iframe", { title: `The page on a ${name.toLowerCase()}`, src: location.href, width, height })
    frame.replaceChildren(make("div", { class: "sheet" }, make("button", { type: "button", onclick: () => { frame.hidden = true; frame.replaceChildren() } }, `Close (${name.toLowerCase()}, ${width} wide)`), inner))
    frame.hidden = false
    frame.querySelector("button").focus()
  }
  const shade = (value, words) => make("button", { type: "button", "aria-pressed": String(view.shade === value), onclick: () => { view.shade = value; turn(); tools.draw() } }, words)
  const paper = make("button", { type: "button", "aria-pressed": String(view.isPaper), onclick: () => { view.isPaper = !view.isPaper; turn(); tools.draw(); edges(tools) } }, "On paper")
  const point = preview.isHere ? make("button", { type: "button", "aria-pressed": String(Boolean(state.isPointing)), onclick: tools.point }, "Point at the text to open it") : null
  const row = (words, ...buttons) => make("div", { class: "choice", role: "group", "aria-label": words }, make("span", {}, words), ...buttons)
  box.append(
    row("Width", ...WIDTHS.map(width => make("button", { type: "button", onclick: () => show(width) }, width[0]))),
    row("Shade", shade("auto", "As the device"), shade("light", "Light"), shade("dark", "Dark")),
    row("Print", paper),
    point ? row("Source", point) : null,
    make("p", { class: "why" }, "Alt and a click opens what is under the pointer in your editor. Alt + Shift + P opens and closes this panel."),
  )
}

// The edges of A4 sheets, less the usual margins, over the page as it would be printed.
function edges({ frame }) {
  const root = frame.getRootNode()
  root.querySelector(".edges")?.remove()
  if (!view.isPaper) return
  const lines = make("div", { class: "edges", "aria-hidden": "true" })
  lines.style.height = `${document.documentElement.scrollHeight}px`
  root.append(lines)
}
