// The search in a real browser, and its index beside the one MiniSearch makes itself.
// node search.mjs questions.json: [{ "site": "…/public", "questions": [["words", "address"], …] }, …], the last one with a finished index.
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import vm from 'node:vm'
import { start } from './chromium.mjs'
import { serve } from './server.mjs'

const sites = JSON.parse(readFileSync(process.argv[2], 'utf8'))
let checks = 0
let faults = 0
function expect(what, found, wanted) {
  checks += 1
  if (JSON.stringify(found) === JSON.stringify(wanted)) return
  faults += 1
  console.log(`${what}: ${JSON.stringify(found)} instead of ${JSON.stringify(wanted)}`)
}

const browser = await start()
for (const { site, questions } of sites) {
  const page = await (await browser.newContext()).newPage()
  page.on('console', message => message.type() === 'error' && expect('console', message.text(), ''))
  const requests = []
  page.on('request', request => requests.push(request.url()))
  await page.goto(pathToFileURL(join(site, 'index.html')).href)
  expect('nothing of the search is fetched unasked', requests.filter(url => /search/.test(url)).length, 0)
  await page.keyboard.press('/')
  await page.waitForFunction(() => window.welcomematSearch?.search)
  for (const [words, address] of questions) {
    await page.locator('[data-search]').fill(words)
    const first = await page.locator('.found-one').first().getAttribute('href')
    expect(words, decodeURIComponent(first.slice(pathToFileURL(site).href.length + 1)), address)
  }
  await page.context().close()
}

// The keyboard, what is said aloud, and the way on when nothing is found: over http, under the policy the site ships with.
const first = sites[0]
const host = await serve(first.site, '/a/b/')
{
  const page = await (await browser.newContext()).newPage()
  page.on('console', message => message.type() === 'error' && expect('console', message.text(), ''))
  await page.goto(`${host.url}faq/hours.html`)
  const field = page.locator('[data-search]')
  await page.keyboard.press('/')
  await page.waitForFunction(() => window.welcomematSearch?.search)
  await page.keyboard.type('site gone')
  await page.locator('.found-one').first().waitFor()
  expect('the count is said', /^\d+ results$/.test(await page.locator('[role=status].unseen').textContent()), true)
  expect('the answer itself is shown', (await page.locator('.found-text').first().textContent()).length > 40, true)
  await page.keyboard.press('ArrowDown')
  expect('down leads to the first result', await page.evaluate(() => document.activeElement.className), 'found-one')
  await page.keyboard.press('ArrowUp')
  expect('up leads back', await field.evaluate(it => it === document.activeElement), true)
  await page.keyboard.press('Escape')
  expect('escape closes', await page.locator('.found').isHidden(), true)
  await field.fill('qqqqqqqqqqqq')
  expect('nothing found leads on with the words kept', (await page.locator('.found-none a').getAttribute('href')).endsWith('?q=qqqqqqqqqqqq'), true)
  await field.fill('site gone')
  await page.keyboard.press('Enter')
  await page.waitForURL(/when-it-breaks\.html#site-down$/)
  await page.goto(`${host.url}find.html?q=site+gone`)
  expect('the A–Z answers in place', (await page.locator('main .found-one').first().getAttribute('href')).endsWith('#site-down'), true)
  await page.context().close()
}
{
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  await page.goto(`${host.url}index.html`)
  await page.locator('[data-search]').fill('backups')
  await page.keyboard.press('Enter')
  await page.waitForURL(/find\.html\?q=backups$/)
  expect('without a script every question is listed', await page.locator('main li[data-kind=question]').count() >= 25, true)
  await page.context().close()
}
await host.stop()
await browser.close()

// The index we write is the one MiniSearch would have made: run the shipped scripts without it, and compare.
const assets = join(sites.at(-1).site, 'assets')
const named = readdirSync(assets).find(name => /^search\.[0-9a-f]+\.js$/.test(name))
const silent = () => new Proxy(function () {}, {
  get: (_, key) => key === 'value' ? '' : key === Symbol.toPrimitive ? () => '' : silent(), apply: () => silent(), set: () => true,
})
const window = {}
const context = vm.createContext({
  window, URL, URLSearchParams, location: { search: '' },
  document: { currentScript: { src: 'file:///a/assets/s.js' }, querySelector: what => what === '[data-search]' ? silent() : null, createElement: silent, addEventListener() {} },
})
vm.runInContext(readFileSync(join(assets, 'search-data.js'), 'utf8'), context)
const ours = window.welcomematSearch.index
expect('a large site has a finished index', Boolean(ours), true)
delete window.welcomematSearch.index
vm.runInContext(readFileSync(join(assets, named), 'utf8'), context)
const theirs = JSON.parse(JSON.stringify(window.welcomematSearch.index))
const sorted = index => ({ ...index, index: [...index.index].sort(([a], [b]) => a < b ? -1 : a > b ? 1 : 0) })
for (const key of Object.keys(theirs)) {
  const plain = value => JSON.stringify(key === 'index' ? sorted({ index: value }).index : value)
  expect(`the index's ${key}`, plain(JSON.parse(JSON.stringify(ours))[key]) === plain(theirs[key]), true)
}

console.log(`${checks} checks, ${faults} faults`)
process.exit(faults ? 1 : 0)
