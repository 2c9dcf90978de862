// Follows every link of built sites in a real browser: at the top of a host, below a path, and from disk.
//
//   node links.mjs SITE…
//
// A page is opened from its first link on; on it everything the browser fetched must have come, from nowhere else, with
// nothing on the console, and every link must lead to a file and, with a fragment, to an element that has its id. All
// files that look like pages are opened, also those that no link leads to. Exit code: 0 without faults, else 1.
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import { start } from './chromium.mjs'
import { serve } from './server.mjs'

/** So many pages are open at once. */
const AT_ONCE = 4

const browser = await start()
let faults = 0
try {
  for (const argument of process.argv.slice(2)) {
    const folder = resolve(argument)
    faults += await overHttp(folder, '/')
    faults += await overHttp(folder, '/a/b/')
    faults += await crawl(folder, pathToFileURL(folder + sep).href, 'from disk')
  }
} finally {
  await browser.close()
}
process.exitCode = faults > 0 ? 1 : 0

async function overHttp(folder, prefix) {
  const host = await serve(folder, prefix)
  try {
    return await crawl(folder, host.url, `at ${prefix}`)
  } finally {
    await host.stop()
  }
}

/** Opens every page of the site that begins at `base`; prints and counts the faults. */
async function crawl(folder, base, where) {
  const context = await browser.newContext({ serviceWorkers: 'block' })
  const site = { folder, base, faults: new Set(), pages: new Map() }
  const waiting = pagesBelow(folder).map(path => new URL(path.split('/').map(encodeURIComponent).join('/'), base).href)
  const known = new Set(waiting)
  const worker = async () => {
    const tab = await newTab(context, site)
    for (let url = waiting.shift(); url; url = waiting.shift()) {
      const facts = await open(tab, site, url)
      site.pages.set(url, facts)
      for (const link of facts.links) {
        const to = link.split('#')[0]
        if (isPage(site, to) && !known.has(to)) { known.add(to); waiting.push(to) }
      }
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  if (base.startsWith('http')) await openMissing(context, site)
  await context.close()
  let links = 0
  for (const [url, { links: found }] of site.pages) {
    for (const link of found) { links += 1; check(site, url, link) }
  }
  for (const fault of [...site.faults].sort()) console.log(`  ${fault}`)
  console.log(`${folder} ${where}: ${site.pages.size} pages, ${links} links, ${site.faults.size} faults`)
  return site.faults.size
}

/** Opens one page in a tab, and says what it links to and which ids it has. */
async function open(tab, site, url) {
  tab.here = url
  await tab.page.goto(url, { waitUntil: 'load' })
  const isFirst = site.pages.size === 0
  const facts = await tab.page.evaluate(async loadsAll => {
    // One stylesheet serves every page: all its fonts are fetched on the first, elsewhere those the page uses.
    const faces = [...document.fonts]
    if (loadsAll) await Promise.allSettled(faces.map(face => face.load()))
    const links = [...document.querySelectorAll('a[href], area[href], form[action]')]
    return {
      links: links.map(link => link.href?.baseVal ?? link.href ?? link.action),
      ids: [...document.querySelectorAll('[id]')].map(element => element.id),
      deadFonts: faces.filter(face => face.status === 'error').map(face => face.family),
      deadPictures: [...document.images].filter(image => image.complete && image.naturalWidth === 0).map(image => image.src),
    }
  }, isFirst)
  for (const font of facts.deadFonts) site.faults.add(`${url}: the font ${font} did not come`)
  for (const picture of facts.deadPictures) site.faults.add(`${url}: the picture ${picture} cannot be shown`)
  return facts
}

/** A tab in which everything that goes wrong is noted as a fault of the page that is `here`. */
async function newTab(context, site, expected = () => false) {
  const page = await context.newPage()
  const tab = { page, here: '' }
  const fault = words => site.faults.add(`${tab.here}: ${words}`)
  page.on('console', message => {
    if (message.type() === 'error' && !expected(message)) fault(`on the console: ${message.text()} ${message.location().url}`)
  })
  page.on('pageerror', error => fault(`a script failed: ${error.message}`))
  page.on('requestfailed', request => fault(`${request.url()} did not come: ${request.failure()?.errorText}`))
  page.on('request', request => {
    const target = request.url()
    if (!target.startsWith(site.base) && !target.startsWith('data:')) fault(`asks elsewhere: ${target}`)
  })
  page.on('response', response => {
    if (response.status() >= 400 && !expected(response)) fault(`${response.url()} answers ${response.status()}`)
  })
  return tab
}

/** The page for missing addresses, deep down: its own style must pass the policy, and nothing else may be asked for. */
async function openMissing(context, site) {
  const url = new URL('no/such/page.html', site.base).href
  const isTheMissingOne = event => (event.location?.().url ?? event.url()) === url
  const tab = await newTab(context, site, isTheMissingOne)
  tab.here = url
  const response = await tab.page.goto(url, { waitUntil: 'load' })
  if (response.status() !== 404) site.faults.add(`${url}: answers ${response.status()}`)
  const lost = await tab.page.evaluate(() => [...document.styleSheets].some(sheet => sheet.cssRules.length === 0))
  if (lost) site.faults.add(`${url}: its style was refused`)
}

/** Whether a link leads somewhere. What leaves the site is not followed. */
function check(site, from, link) {
  const [target, fragment] = link.split('#')
  const { protocol, host } = new URL(link)
  if (!target.startsWith(site.base)) {
    const isOurHost = protocol === new URL(site.base).protocol && host === new URL(site.base).host
    const leavesOpenly = ['http:', 'https:', 'mailto:', 'tel:', 'sms:'].includes(protocol) && !isOurHost
    if (!leavesOpenly) site.faults.add(`${from}: ${link} leads out of the site`)
    return
  }
  const page = site.pages.get(target) ?? site.pages.get(target.split('?')[0])
  if (!page && !fileOf(site, target)) site.faults.add(`${from}: ${link} leads nowhere`)
  if (page && fragment && !page.ids.includes(decodeURIComponent(fragment))) site.faults.add(`${from}: ${link} names no place on that page`)
}

/** The file a link stands for; nothing when there is none of exactly that name. */
function fileOf(site, target) {
  const path = decodeURIComponent(target.split('?')[0].slice(site.base.length))
  const file = join(site.folder, path.endsWith('/') ? `${path}index.html` : path)
  return existsSync(file) && statSync(file).isFile() ? file : null
}

function isPage(site, target) {
  return target.startsWith(site.base) && !target.includes('?') && /\.html$/.test(target) && fileOf(site, target) !== null
}

function pagesBelow(folder) {
  const all = readdirSync(folder, { recursive: true, withFileTypes: true })
  const pages = all.filter(entry => entry.isFile() && entry.name.endsWith('.html') && entry.name !== '404.html')
  return pages.map(entry => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/')).sort()
}
