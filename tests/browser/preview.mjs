// The live preview in a real browser: what you look at stays where it is while the text changes under it.
//
//   node preview.mjs BINARY SITE
//
// With ASSETS=../../src/preview/assets the panel's scripts are taken from there, so that they can be tried without building.
// SITE is changed, so it has to be a copy. Exit code: 0 when every promise held, else 1; each is printed.
import { spawn } from 'node:child_process'
import { appendFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { start } from './chromium.mjs'

const [binary, site] = process.argv.slice(2, 4).map(argument => resolve(argument))
const PORT = 4100 + process.pid % 800
const LONG = join(site, 'content/guides/long.md')
const QUESTIONS = join(site, 'content/faq/test.md')
const BOOKING = join(site, 'content/guides/booking.md')
const ELSEWHERE = 'https://calendar.example/'
const SOON = 20000

const paragraphs = Array.from({ length: 80 }, (_, at) => `Paragraph ${at}. ${'Some words of it. '.repeat(12)}`)
mkdirSync(join(site, 'content/guides'), { recursive: true })
const writeLong = texts => writeFileSync(LONG, `# A long page\n\n${texts.join('\n\n')}\n`)
writeLong(paragraphs)
appendFileSync(join(site, 'content/business.toml'), '\n[[embed]]\nhost = "calendar.example"\nname = "Calendar"\n')
const card = name => `<iframe title="${name}" src="${ELSEWHERE}${name}"></iframe>`
const writeBooking = (...blocks) => writeFileSync(BOOKING, `# Booking\n\n${blocks.join('\n\n')}\n`)
writeBooking('Pick a time.', card('first'), 'Or write to us.')
writeFileSync(QUESTIONS, '# Test\n\n## Is this open?\n\nYes, it is.\n\n## And this?\n\nNo.\n')

let faults = 0
const promise = (words, holds) => {
  if (!holds) faults += 1
  console.log(`${holds ? 'ok  ' : 'FAIL'} ${words}`)
}

async function preview() {
  const child = spawn(binary, ['preview', site, '--no-open', '--port', String(PORT), '--today', '2026-11-22'], { stdio: ['ignore', 'ignore', 'pipe'] })
  await new Promise((done, fail) => {
    child.stderr.on('data', words => { if (String(words).includes('Ends')) done() })
    child.on('exit', code => fail(new Error(`the preview ended with ${code}`)))
  })
  const stop = () => new Promise(done => { child.removeAllListeners('exit'); child.on('exit', done); child.kill('SIGINT') })
  return { stop }
}

const base = `http://127.0.0.1:${PORT}`
let running = await preview()
const browser = await start()
try {
  const page = await browser.newPage({ viewport: { width: 1100, height: 800 } })
  page.on('pageerror', error => promise(`no script fails: ${error.message}`, false))
  page.on('console', message => {
    if (message.type() === 'error' && !/ERR_|404|Failed to load/.test(message.text())) promise(`nothing on the console: ${message.text()}`, false)
  })
  if (process.env.ASSETS) {
    await page.route('**/.welcomemat/*.{js,css}', route => route.fulfill({ path: join(process.env.ASSETS, new URL(route.request().url()).pathname.split('/').at(-1)) }))
  }
  let loads = 0
  page.on('load', () => { loads += 1 })
  const panel = selector => page.locator(`welcomemat-panel ${selector}`)
  const ready = () => page.waitForFunction(() => document.querySelector('welcomemat-panel')?.dataset.told, null, { timeout: SOON })
  const patched = words => page.waitForFunction(words => document.body.textContent.includes(words), words, { timeout: SOON })

  await page.goto(`${base}/guides/long.html`)
  await ready()
  await keepsThePlace(page, patched)
  await keepsWhatIsOpen(page, ready, patched)
  await swapsStyles(page, () => loads)
  await keepsCardsWorking(page, () => loads, ready, patched)
  await showsMistakes(page, panel, ready)
  await saysWhereItWent(page, panel, ready)
  await goesToAnotherMoment(page, panel, ready)
  await pointsAtTheText(page, ready)
  await saysWhenNobodyIsThere(page, panel, ready)
} finally {
  await browser.close()
  await running.stop()
}
process.exitCode = faults > 0 ? 1 : 0

async function keepsThePlace(page, patched) {
  const eye = () => page.evaluate(() => {
    const found = [...document.querySelectorAll('main p')].find(it => it.textContent.startsWith('Paragraph 40.'))
    return found.getBoundingClientRect().top
  })
  const moved = async (words, texts, expected) => {
    await page.evaluate(() => [...document.querySelectorAll('main p')].find(it => it.textContent.startsWith('Paragraph 40.')).scrollIntoView({ block: 'center', behavior: 'instant' }))
    await page.waitForTimeout(300)
    const before = await eye()
    writeLong(texts)
    await patched(expected)
    await page.waitForTimeout(300)
    const by = Math.abs(await eye() - before)
    promise(`${words} moves the block under the eye by ${by.toFixed(2)} px`, by < 2)
  }
  const above = ['A new first paragraph. '.repeat(40), ...paragraphs]
  await moved('an edit above the fold', above, 'A new first paragraph.')
  const below = [...above, 'A new last paragraph.']
  await moved('an edit below the fold', below, 'A new last paragraph.')
  const go = page.getByRole('button', { name: 'Go to what changed' })
  await go.click({ timeout: SOON })
  await page.waitForTimeout(1500)
  const isSeen = await page.evaluate(() => {
    const box = [...document.querySelectorAll('main p')].find(it => it.textContent === 'A new last paragraph.').getBoundingClientRect()
    return box.top >= 0 && box.bottom <= innerHeight
  })
  promise('“go to what changed” goes there', isSeen)
}

async function keepsWhatIsOpen(page, ready, patched) {
  await page.goto(`${base}/faq/test.html`)
  await ready()
  const open = () => page.evaluate(() => [...document.querySelectorAll('details')].map(it => it.open))
  await page.locator('details').first().locator('summary').click()
  await page.locator('[data-search]').fill('half a word')
  writeFileSync(QUESTIONS, '# Test\n\n## Is this open?\n\nYes, it is, and it stays so.\n\n## And this?\n\nNo.\n\n## A third?\n\nThree.\n')
  await patched('it stays so')
  await patched('A third?')
  promise('opened answers stay open, closed ones closed', (await open()).join() === 'true,false,false')
  const typed = await page.evaluate(() => [document.activeElement.matches('[data-search]'), document.querySelector('[data-search]').value].join())
  promise('what was typed stays, and so does the focus', typed === 'true,half a word')
}

async function swapsStyles(page, loads) {
  const before = loads()
  mkdirSync(join(site, 'themes/welcome/assets/css'), { recursive: true })
  const own = join(site, 'themes/welcome/assets/css/callout.css')
  writeFileSync(own, 'main { letter-spacing: 3px }\n')
  const spaced = await page.waitForFunction(() => getComputedStyle(document.querySelector('main')).letterSpacing === '3px', null, { timeout: SOON }).then(() => true, () => false)
  promise('a stylesheet is swapped', spaced)
  promise('without loading the page again', loads() === before)
  rmSync(own)
}

// What lies with another company: a patch neither asks for it nor takes the button away, and a card typed later works as well.
async function keepsCardsWorking(page, loads, ready, patched) {
  const asked = []
  await page.route(`${ELSEWHERE}**`, route => {
    asked.push(route.request().url())
    return route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>There</title>' })
  })
  const press = async name => {
    const button = page.getByRole('button', { name: new RegExp(name) })
    await button.click({ timeout: 5000 }).catch(() => {})
    return page.locator(`iframe[title=${name}]`).waitFor({ state: 'attached', timeout: 5000 }).then(() => page.waitForTimeout(300)).then(() => true, () => false)
  }
  await page.goto(`${base}/guides/booking.html`)
  await ready()
  const before = loads()
  writeBooking('A new block above it.', 'Pick a time.', card('first'), 'Or write to us.')
  await patched('A new block above it.')
  await page.waitForTimeout(300)
  promise('a patch around a card asks nobody for it', asked.length === 0)
  promise('its button works after the patch', await press('first') && asked.join() === `${ELSEWHERE}first`)
  writeBooking('A new block above it.', 'Pick a time, today.', card('first'), 'Or write to us.')
  await patched('Pick a time, today.')
  promise('a patch beside it leaves what is shown', await page.locator('iframe[title=first]').count() === 1)
  writeBooking('A new block above it.', 'Pick a time, today.', card('first'), 'Or write to us.', card('second'))
  await page.locator('[data-embed]').nth(1).waitFor({ timeout: SOON })
  await page.waitForTimeout(300)
  promise('nothing more was asked for', asked.join() === `${ELSEWHERE}first`)
  promise('a card typed later works', await press('second') && asked.join() === `${ELSEWHERE}first,${ELSEWHERE}second`)
  promise('all that without loading the page again', loads() === before)
  await keepsCopyButtons(page, ready, patched)
}

async function keepsCopyButtons(page, ready, patched) {
  await page.goto(`${base}/channels.html`)
  await ready()
  const seen = () => page.locator('main [data-copy]:visible').count()
  const before = await seen(), file = join(site, 'content/channels.md')
  writeFileSync(file, readFileSync(file, 'utf8').replace(/\n\+\+\+\n/, '\n+++\n\nA block before all others.\n'))
  await patched('A block before all others.')
  await page.waitForTimeout(300)
  promise(`copy buttons stay after a patch (${before})`, before > 0 && await seen() === before)
}

async function showsMistakes(page, panel, ready) {
  await page.goto(`${base}/guides/long.html`)
  await ready()
  const good = readFileSync(LONG, 'utf8')
  writeFileSync(LONG, `${good}\n[a dead link](nowhere.md)\n`)
  const shown = await panel('.mistakes').waitFor({ state: 'visible', timeout: SOON }).then(() => true, () => false)
  promise('a mistake brings the panel', shown)
  const words = shown ? await panel('.mistakes').innerText() : ''
  promise('it names the file and the line', /guides\/long\.md, line \d+/.test(words))
  promise('the last good page stays', !(await page.locator('main').innerText()).includes('a dead link'))
  writeFileSync(LONG, good)
  const gone = await panel('.mistakes').waitFor({ state: 'hidden', timeout: SOON }).then(() => true, () => false)
  promise('mended, and the panel goes', gone)
}

async function saysWhereItWent(page, panel, ready) {
  const [old, renamed] = ['guides/going.md', 'guides/gone-there.md'].map(name => join(site, 'content', name))
  writeFileSync(old, '# Going\n\nWords that move.\n')
  await page.waitForFunction(async address => (await fetch(address)).status === 200, `${base}/guides/going.html`, { timeout: SOON })
  await page.goto(`${base}/guides/going.html`)
  await ready()
  writeFileSync(renamed, readFileSync(old))
  rmSync(old)
  const told = await panel('.notice a').first().waitFor({ timeout: SOON }).then(() => true, () => false)
  promise('a renamed page says where it went', told && (await panel('.notice a').first().getAttribute('href')).endsWith('/guides/gone-there.html'))
}

async function goesToAnotherMoment(page, panel, ready) {
  await page.goto(`${base}/availability.html`)
  await ready()
  const open = async () => {
    await page.keyboard.press('Alt+Shift+KeyP')
    await panel('.drawer').waitFor({ timeout: SOON })
    await panel('.tabs button').filter({ hasText: 'Moment' }).click()
  }
  await open()
  await panel('input[type=date]').fill('2026-12-28')
  await panel('input[type=time]').fill('10:00')
  await Promise.all([page.waitForEvent('load', { timeout: SOON }), panel('button[type=submit]').click()])
  const there = await page.waitForFunction(() => document.documentElement.dataset.now?.startsWith('2026-12-28'), null, { timeout: SOON }).then(() => true, () => false)
  promise('the time machine goes to a day', there)
  const closed = await page.waitForFunction(() => /winter|christmas|holiday|closed/i.test(document.querySelector('[data-door]')?.textContent ?? ''), null, { timeout: 5000 }).then(() => true, () => false)
  promise('and the door says that we are closed then', closed)
  await ready()
  await open()
  await Promise.all([page.waitForEvent('load', { timeout: SOON }), panel('button').filter({ hasText: 'Back to now' }).click()])
  await page.waitForFunction(() => !document.documentElement.dataset.now, null, { timeout: SOON })
  promise('and back', true)
}

async function pointsAtTheText(page, ready) {
  await page.goto(`${base}/guides/long.html`)
  await ready()
  await page.keyboard.down('Alt')
  await page.locator('main p').nth(2).hover()
  const label = page.locator('welcomemat-panel .outline span')
  await label.waitFor({ timeout: SOON })
  const words = await label.innerText()
  promise(`a block says where it was typed (${words})`, /guides\/long\.md, line \d+/.test(words))
  const asked = page.waitForRequest(request => request.url().endsWith('/.welcomemat/act'), { timeout: SOON })
  await page.locator('main p').nth(2).click({ modifiers: ['Alt'] })
  const deed = JSON.parse((await asked).postData())
  promise(`and a click opens it there (${JSON.stringify(deed)})`, deed.do === 'open' && deed.file.endsWith('guides/long.md') && deed.line > 1)
  await page.keyboard.up('Alt')
}

async function saysWhenNobodyIsThere(page, panel, ready) {
  await page.goto(`${base}/guides/long.html`)
  await ready()
  await page.waitForTimeout(1500)
  const began = Date.now()
  await running.stop()
  const told = await panel('.notice .lost').waitFor({ timeout: SOON }).then(() => true, () => false)
  promise(`it says “not connected” within 3 s (${Date.now() - began} ms)`, told && Date.now() - began < 3000)
  running = await preview()
  const back = await panel('.notice .lost').waitFor({ state: 'hidden', timeout: SOON }).then(() => true, () => false)
  promise('and comes back when the preview does', back)
}
