// How the page is looked at: at other widths, in the light or the dark, and on paper. Only rules of stylesheets are turned; no file changes.
const kept = new WeakMap()

function eachMedia(change, rules = [...document.styleSheets].flatMap(sheet => rulesOf(sheet))) {
  for (const rule of rules) {
    if (rule instanceof CSSMediaRule) change(rule)
    if (rule.cssRules) eachMedia(change, [...rule.cssRules])
  }
}

function rulesOf(sheet) {
  try { return [...sheet.cssRules] } catch { return [] }
}

/** What a media rule said before anybody turned it. */
function original(rule) {
  if (!kept.has(rule)) kept.set(rule, rule.media.mediaText)
  return kept.get(rule)
}

export const view = { shade: "auto", isPaper: false }

/** Turns every rule to the chosen shade and medium. */
export function turn() {
  eachMedia(rule => {
    let media = original(rule)
    if (view.shade !== "auto") {
      media = media.replace(/\(prefers-color-scheme:\s*(dark|light)\)/g, (_, shade) => (shade === view.shade ? "(min-width: 0)" : "(max-width: 0)"))
    }
    if (view.isPaper) media = media.replace(/\bprint\b/g, "\u0000").replace(/\bscreen\b/g, "print").replace(/\u0000/g, "all")
    if (rule.media.mediaText !== media) rule.media.mediaText = media
  })
  document.documentElement.style.colorScheme = view.shade === "auto" ? "" : view.shade
}

addEventListener("welcomemat:styled", turn)
