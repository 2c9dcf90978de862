// The browser: Debian's Chromium, quiet on the network and the same on every machine.
import { existsSync } from 'node:fs'
import { chromium } from 'playwright-core'

const PLACES = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

// Without these Chromium looks up hosts of its own at every start, and a test could not tell its requests from a page's.
const QUIET = [
  '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update',
  '--disable-sync', '--disable-default-apps', '--disable-extensions', '--hide-scrollbars',
]

/** Where the browser lies. */
export function chromiumPath() {
  const path = PLACES.find(place => place && existsSync(place))
  if (!path) throw new Error('there is no Chromium here')
  return path
}

/** Starts the browser. A root user's Chromium has no sandbox to start in. */
export function start() {
  const args = process.getuid?.() === 0 ? [...QUIET, '--no-sandbox'] : QUIET
  return chromium.launch({ executablePath: chromiumPath(), headless: true, args })
}
