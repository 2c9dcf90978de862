// A static host on loopback: files below a path, the headers of `_headers`, `404.html` for what is missing.
import { createServer } from 'node:http'
import { createSecureServer } from 'node:http2'
import { readFile, stat } from 'node:fs/promises'
import { existsSync, readFileSync } from 'node:fs'
import { extname, join, normalize } from 'node:path'
import { gzipSync } from 'node:zlib'
import { certificate } from './certificate.mjs'

const TYPES = {
  '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript', '.svg': 'image/svg+xml', '.png': 'image/png',
  '.jpg': 'image/jpeg', '.webp': 'image/webp', '.woff2': 'font/woff2', '.json': 'application/json', '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml', '.ics': 'text/calendar', '.vcf': 'text/vcard', '.pdf': 'application/pdf',
}

const PACKED = new Set(['.html', '.css', '.js', '.svg', '.json', '.txt', '.xml', '.ics', '.vcf'])

/**
 * Serves `folder` below `prefix` (`/`, `/a/b/`) on a free port.
 * With `gzip` text is packed as hosts do for those who ask; with `secure` it goes out as from nearly every host today, by HTTP/2 and TLS,
 * to whoever does not mind who signed the certificate.
 * @returns {Promise<{url: string, stop: () => Promise<void>}>} where the site begins, and how to end
 */
export async function serve(folder, prefix, { gzip = false, secure = false } = {}) {
  const headers = headersForAll(folder)
  const answer = async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://here').pathname)
    const found = path.startsWith(prefix) ? await fileAt(folder, path.slice(prefix.length)) : null
    const file = found ?? join(folder, '404.html')
    for (const [name, value] of headers) response.setHeader(name, value)
    response.setHeader('Content-Type', TYPES[extname(file)] ?? 'application/octet-stream')
    response.statusCode = found ? 200 : 404
    // As `_headers` asks; a font that came late would otherwise be fetched, and late, on every page.
    if (found && /\.[0-9a-f]{10}\.\w+$/.test(path)) response.setHeader('Cache-Control', 'public, max-age=31536000, immutable')
    const bytes = await readFile(file).catch(() => 'Not found')
    const isPacked = gzip && PACKED.has(extname(file)) && /\bgzip\b/.test(request.headers['accept-encoding'] ?? '')
    if (isPacked) response.setHeader('Content-Encoding', 'gzip')
    response.end(isPacked ? gzipSync(bytes) : bytes)
  }
  const server = secure ? createSecureServer({ ...certificate(), allowHTTP1: true }, answer) : createServer(answer)
  const sockets = new Set()
  server.on('connection', socket => sockets.add(socket.on('close', () => sockets.delete(socket))))
  await new Promise(ready => server.listen(0, '127.0.0.1', ready))
  const stop = () => new Promise(done => { server.close(done); sockets.forEach(socket => socket.destroy()) })
  return { url: `${secure ? 'https' : 'http'}://127.0.0.1:${server.address().port}${prefix}`, stop }
}

async function fileAt(folder, path) {
  const file = join(folder, normalize(path === '' || path.endsWith('/') ? `${path}index.html` : path))
  const facts = await stat(file).catch(() => null)
  return file.startsWith(folder) && facts?.isFile() ? file : null
}

/** The headers under `/*` in the form Netlify and Cloudflare Pages read. */
function headersForAll(folder) {
  const file = join(folder, '_headers')
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []
  const start = lines.indexOf('/*')
  const headers = []
  for (const line of start < 0 ? [] : lines.slice(start + 1)) {
    if (!line.startsWith(' ')) break
    const [name, ...value] = line.trim().split(':')
    headers.push([name, value.join(':').trim()])
  }
  return headers
}
