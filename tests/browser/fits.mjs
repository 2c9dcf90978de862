// Every page in a narrow window and with large letters: nothing is cut off, nothing to scroll sideways. Called as `looks.mjs` says.
//
// A window of 1280 px at a zoom of 400 % is one of 320 CSS px (WCAG 2.2, 1.4.10). Letters are made twice as large as a reader
// does it, by the browser's own size of letters, on a desk and on a phone (1.4.4).
import { lookAt } from './looks.mjs'

/** The window, and the browser's size of letters in px; 16 is usual. */
const WINDOWS = [[320, 640, 16], [640, 900, 16], [1024, 700, 16], [1280, 800, 32], [360, 740, 32]]

await lookAt({ views: [[320, 640, 'light']], check })

async function check(page, fault) {
  const browser = await page.context().newCDPSession(page)
  for (const [width, height, letters] of WINDOWS) {
    await browser.send('Page.setFontSizes', { fontSizes: { standard: letters, fixed: letters } })
    await page.setViewportSize({ width, height })
    for (const words of await page.evaluate(tooWide)) fault(`in a window of ${width} px with letters of ${letters} px ${words}`)
  }
}

function tooWide() {
  for (const fold of document.querySelectorAll('details')) fold.open = true
  const found = []
  const width = document.documentElement.clientWidth
  if (document.documentElement.scrollWidth > width) {
    const wide = [...document.body.querySelectorAll('*')].filter(it => it.getBoundingClientRect().right > width + 1 && it.checkVisibility() && !it.closest('.unseen, .skip'))
    found.push(`the page is ${document.documentElement.scrollWidth - width} px too wide: ${wide.slice(0, 3).map(it => `${it.localName}.${it.className}`)}`)
  }
  for (const it of document.body.querySelectorAll('*')) {
    const style = getComputedStyle(it)
    if (it.closest('.unseen, .skip, svg') || !it.checkVisibility() || it.clientWidth <= 1) continue
    const isCut = /hidden|clip/.test(style.overflowX) && it.scrollWidth > it.clientWidth + 1 && it.localName !== 'input'
    const isCutBelow = /hidden|clip/.test(style.overflowY) && it.scrollHeight > it.clientHeight + 2 && it.localName !== 'input'
    const hasRun = style.overflowX === 'visible' && it.childElementCount === 0 && it.scrollWidth > it.clientWidth + 4 && style.display !== 'inline' && it.textContent.trim()
    if (isCut || isCutBelow || hasRun) found.push(`${it.localName}.${it.className} is cut off: “${it.textContent.trim().slice(0, 40)}”`)
  }
  return found.slice(0, 4)
}
