// Every page on paper, sent to the printer from a dark browser: dark words on white, nothing folded, nothing to press. Called as `looks.mjs` says.
//
// Browsers leave backgrounds out when they print unless the reader asks for them, so words must be read on white and on
// their background.
import { lookAt } from './looks.mjs'
import { contrast } from './png.mjs'

const WHITE = [255, 255, 255]
/** WCAG 2.2, 1.4.3: large letters, and bold ones that are nearly as large, may be paler. */
const enough = isLarge => isLarge ? 3 : 4.5

await lookAt({ views: [[794, 1123, 'dark']], check })

async function check(page, fault) {
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  const { words, answers, controls } = await page.evaluate(onPaper)
  if (words.length === 0) fault('there is nothing to read')
  for (const { text, colour, ground, isLarge } of words) {
    if (contrast(colour, WHITE) < enough(isLarge)) fault(`“${text}” is too pale on white: ${colour}`)
    if (ground && contrast(colour, ground) < enough(isLarge)) fault(`“${text}” is too pale on ${ground}: ${colour}`)
    if (ground && contrast(ground, WHITE) > 3) fault(`“${text}” stands on dark ${ground}`)
  }
  for (const answer of answers) fault(`the answer to “${answer}” is folded away`)
  for (const control of controls) fault(`“${control}” is printed, though paper cannot be pressed`)
}

/** The words on paper with their colours, the questions whose answers are not, and what only a screen needs. */
function onPaper() {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true })
  const rgba = colour => { canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1); return [...canvas.getImageData(0, 0, 1, 1).data] }
  const ground = it => {
    for (; it; it = it.parentElement) {
      const [red, green, blue, alpha] = rgba(getComputedStyle(it).backgroundColor)
      if (alpha > 127) return [red, green, blue]
    }
    return null
  }
  const seen = it => it.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true }) && !it.closest('.unseen')
  const words = []
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    const text = node.data.trim(), it = node.parentElement
    if (!text || !seen(it) || it.closest('script, style')) continue
    const style = getComputedStyle(it)
    const size = parseFloat(style.fontSize), isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 600)
    words.push({ isLarge, text: text.slice(0, 40), colour: rgba(it.closest('svg') ? style.fill : style.color).slice(0, 3), ground: ground(it) })
  }
  const folds = [...document.querySelectorAll('main details:not(.route)')].filter(fold => ![...fold.children].at(-1).getBoundingClientRect().height)
  const controls = [...document.querySelectorAll('button, input:not([type=checkbox]), .skip, .site-nav, .quick, .copy')].filter(seen)
  return { words, answers: folds.map(fold => fold.firstElementChild.textContent.trim().slice(0, 60)), controls: controls.map(it => it.textContent.trim().slice(0, 40) || it.localName) }
}
