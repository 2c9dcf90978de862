// The Nu HTML checker's opinion of every page, stylesheet and drawing of built sites.
//
//   node nu.mjs SITE…                        needs Java on the PATH
//
// Exit code: 0 without an error or a warning, else 1.
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { createRequire } from 'node:module'

const JAR = join(dirname(createRequire(import.meta.url).resolve('vnu-jar/package.json')), 'build/dist/vnu.jar')

const sites = process.argv.slice(2).map(site => resolve(site))
const files = kind => sites.flatMap(site => readdirSync(site, { recursive: true }).filter(name => name.endsWith(`.${kind}`)).map(name => join(site, name)))
// What the checker's style part (version 26.9) does not know yet, though it stands in a standard and in every browser:
// CSS Containment 3 (https://www.w3.org/TR/css-contain-3/), and SVG 2's rx, which may be set by a style
// (https://www.w3.org/TR/SVG2/geometry.html#RxProperty).
const NOT_KNOWN_YET = [/^CSS: Unrecognized at-rule “@container”$/, /^CSS: “container”: Property “container” doesn't exist\.$/, /^CSS: “rx”: Property “rx” doesn't exist\.$/]

let faults = 0
for (const kind of ['html', 'css', 'svg']) {
  const all = files(kind)
  if (all.length === 0) continue
  const found = opinionOf(kind, all)
  for (const fault of found) console.log(`  ${fault}`)
  console.log(`${all.length} ${kind} files, ${found.length} faults`)
  faults += found.length
}
process.exitCode = faults > 0 ? 1 : 0

/** One run for all files of a kind: the checker takes longer to start than to read hundreds of pages. */
function opinionOf(kind, all) {
  const how = kind === 'html' ? [] : [`--${kind}`]
  const { stderr, error } = spawnSync('java', ['-jar', JAR, '--format', 'json', '--exit-zero-always', ...how, ...all], { encoding: 'utf8', maxBuffer: 1 << 28 })
  if (error) throw error
  const { messages } = JSON.parse(stderr)
  return messages.filter(({ message }) => !NOT_KNOWN_YET.some(words => words.test(message))).map(({ url, lastLine, message, extract = '' }) => {
    const file = decodeURIComponent(new URL(url).pathname)
    const site = sites.find(site => file.startsWith(site)) ?? ''
    return `${relative(site, file)}, line ${lastLine}: ${message} (${extract.trim().replaceAll('\n', ' ').slice(0, 120)})`
  })
}
