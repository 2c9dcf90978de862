// Asks the published script, instant for instant, what the program has answered already: in Node, and in a real browser.
//
//   node agree.mjs TABLE                     TABLE is written by tests/suite/agreement.rs
//
// TABLE holds sites, each with the published hours.js and site.js and rows of [instant, schedules, channels] in milliseconds.
// Without a browser only Node is asked. Exit code: 0 when every answer is the same, else 1.
import { readFileSync } from 'node:fs'
import { createContext, runInContext } from 'node:vm'

const { sites } = JSON.parse(readFileSync(process.argv[2], 'utf8'))

// The visitor's own zone must play no part.
const VISITORS = ['America/St_Johns', 'Pacific/Apia', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'Europe/London', 'UTC']

let faults = 0
for (const site of sites) report('Node', site, inNode(site))
if (process.argv[3] !== '--node-only') {
  const { start } = await import('./chromium.mjs')
  const browser = await start()
  try {
    for (const [place, site] of sites.entries()) {
      const timezoneId = VISITORS[place % VISITORS.length]
      report(`Chromium in ${timezoneId}`, site, await inBrowser(browser, site, timezoneId))
    }
  } finally {
    await browser.close()
  }
}
process.exitCode = faults > 0 ? 1 : 0

function inNode(site) {
  const nothing = () => null
  const document = { documentElement: { dataset: {} }, querySelector: nothing, querySelectorAll: () => [], addEventListener: nothing }
  const context = createContext({ document, addEventListener: nothing, setTimeout: nothing, clearTimeout: nothing, location: { hash: '' }, Intl })
  context.window = context
  runInContext(site.hours, context)
  runInContext(site.script, context)
  context.rows = site.rows
  return runInContext(`(${answers})(rows)`, context)
}

async function inBrowser(browser, site, timezoneId) {
  const context = await browser.newContext({ timezoneId })
  const page = await context.newPage()
  await page.addScriptTag({ content: site.hours })
  await page.addScriptTag({ content: site.script })
  const found = await page.evaluate(`(${answers})(${JSON.stringify(site.rows)})`)
  await context.close()
  return found
}

/** Runs beside the script: its answers, in the form of the table. */
function answers(rows) {
  const clock = welcomemat.clock(welcomemat.hours)
  const schedule = at => id => [id, [(it => [it.open, it.until, it.opens])(clock.status(id, at))].flat()]
  const channel = at => id => [id, [(it => [it.open, it.due])(clock.channel(id, at))].flat()]
  return rows.map(([at, schedules, channels]) => [
    at,
    Object.fromEntries(Object.keys(schedules).map(schedule(at))),
    Object.fromEntries(Object.keys(channels).map(channel(at))),
    clock.knows(at),
  ])
}

function report(where, site, found) {
  let differ = 0
  site.rows.forEach(([at, schedules, channels], place) => {
    const expected = JSON.stringify([at, schedules, channels, true])
    const answered = JSON.stringify(found[place])
    if (answered === expected) return
    differ += 1
    if (differ <= 5) console.log(`  ${site.name} at ${new Date(at).toISOString()}:\n    program ${expected}\n    script  ${answered}`)
  })
  faults += differ
  console.log(`${site.name} in ${where}: ${site.rows.length} instants, ${differ} differ`)
}
