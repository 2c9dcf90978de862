// Click to source: with Alt held, or after "Point at the text", a block shows where it was typed, and a click opens it there.
export function pointing(panel, preview) {
  let isOn = false, block = null
  const blockAt = event => event.target.closest?.("[data-source]")
  const show = found => {
    block = found
    panel.outline(found && preview.isHere ? found : null)
  }
  addEventListener("mousemove", event => show(isOn || event.altKey ? blockAt(event) : null), { passive: true })
  addEventListener("keyup", event => { if (event.key === "Alt" && !isOn) show(null) })
  addEventListener("keydown", event => { if (event.key === "Escape" && isOn) toggle(false) })
  addEventListener("click", event => {
    const found = isOn || event.altKey ? blockAt(event) : null
    if (!found || !preview.isHere) return
    event.preventDefault()
    event.stopImmediatePropagation()
    const [file, line] = place(found)
    panel.open(file, line)
  }, true)
  function toggle(wish = !isOn) {
    isOn = wish
    if (!isOn) show(null)
    panel.pointing(isOn)
  }
  panel.onPoint(toggle)
}

/** `content/welcome.md:12` → its file and line. */
export function place(block) {
  const [, file, line] = block.dataset.source.match(/^(.*):(\d+)$/)
  return [file, Number(line)]
}
