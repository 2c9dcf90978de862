// Which pages of a built site show all that the theme can: one of every kind.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'

/** Of the papers one of each form stands for all: the bound pack, the cards, the sheet, a chapter. */
const PAPERS = ['acknowledge.html', 'card.html', 'index.html', 'sheet.html']

/** Every page at the top, of each folder the index and the first page beside it, and the papers; addresses below `site`. */
export function oneOfEveryKind(site) {
  const html = path => readdirSync(join(site, path)).filter(name => name.endsWith('.html')).sort()
  const inFolder = path => {
    const all = html(path)
    if (path === 'print') return all.filter(name => PAPERS.includes(name))
    return all.filter(name => name === 'index.html' || name === all.find(other => other !== 'index.html'))
  }
  const folders = readdirSync(site, { recursive: true, withFileTypes: true }).filter(entry => entry.isDirectory())
  const below = folders.map(entry => join(entry.parentPath, entry.name).slice(site.length + 1).split('\\').join('/')).sort()
  const deep = below.filter(path => path !== 'assets' && html(path).length > 0).flatMap(path => inFolder(path).map(name => `${path}/${name}`))
  return [...html('.'), ...deep]
}

/**
 * Which pages to look at, and how: at least one of every kind, and others until there are `howMany`. A view is a width, a
 * height and a colour scheme. The same seed draws the same.
 * @returns {{site: string, address: string, view: [number, number, string]}[]} in the order of the sites
 */
export function drawn(sites, views, howMany, seed) {
  const all = sites.flatMap(site => oneOfEveryKind(site).flatMap(address => views.map(view => ({ site, address, view }))))
  const dice = diceOf(Number(seed))
  const shuffled = all.map(look => [dice(), look]).sort(([a], [b]) => a - b).map(([, look]) => look)
  const kinds = new Map(shuffled.map(look => [kindOf(look.address), look]))
  const first = new Set(kinds.values())
  const others = shuffled.filter(look => !first.has(look)).slice(0, Math.max(0, Number(howMany) - first.size))
  const chosen = new Set([...first, ...others])
  return all.filter(look => chosen.has(look))
}

/** Pages of one kind look alike: those of a folder and of folders in it, whatever their names. */
function kindOf(address) {
  const folders = address.split('/')
  if (folders.length === 1 || folders[0] === 'print') return address
  return `${folders[0]}/${folders.length > 2 ? '…/' : ''}${folders.at(-1) === 'index.html' ? 'index.html' : 'a page'}`
}

/** Numbers from 0 to 1 that follow from a seed: mulberry32. */
function diceOf(state) {
  return () => {
    state = (state + 0x6D2B79F5) | 0
    let bits = Math.imul(state ^ (state >>> 15), 1 | state)
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits
    return ((bits ^ (bits >>> 14)) >>> 0) / 4294967296
  }
}
