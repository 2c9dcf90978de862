// PNG as Chromium writes it (8 bits, colour or colour with alpha, not interlaced) → its pixels. After RFC 2083, sections 6 and 9.
import { inflateSync } from 'node:zlib'

/** @returns {{width: number, height: number, at: (x: number, y: number) => number[]}} red, green and blue at a place */
export function pixels(png) {
  const width = png.readUInt32BE(16), height = png.readUInt32BE(20)
  const size = { 2: 3, 6: 4 }[png[25]]
  if (png[24] !== 8 || !size || png[28] !== 0) throw new Error('a PNG of a sort that Chromium does not write')
  const parts = []
  for (let at = 8; at < png.length; at += png.readUInt32BE(at) + 12) {
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)))
  }
  const data = unfiltered(inflateSync(Buffer.concat(parts)), width * size, height, size)
  const at = (x, y) => [...data.subarray((y * width + x) * size, (y * width + x) * size + 3)]
  return { width, height, at }
}

function unfiltered(packed, row, height, size) {
  const data = Buffer.alloc(row * height)
  for (let y = 0; y < height; y += 1) {
    const filter = packed[y * (row + 1)]
    for (let x = 0; x < row; x += 1) {
      const left = x >= size ? data[y * row + x - size] : 0
      const above = y > 0 ? data[(y - 1) * row + x] : 0
      const corner = y > 0 && x >= size ? data[(y - 1) * row + x - size] : 0
      data[y * row + x] = packed[y * (row + 1) + 1 + x] + foreseen(filter, left, above, corner)
    }
  }
  return data
}

function foreseen(filter, left, above, corner) {
  if (filter === 1) return left
  if (filter === 2) return above
  if (filter === 3) return (left + above) >> 1
  if (filter !== 4) return 0
  const guess = left + above - corner
  const [byLeft, byAbove, byCorner] = [left, above, corner].map(value => Math.abs(guess - value))
  if (byLeft <= byAbove && byLeft <= byCorner) return left
  return byAbove <= byCorner ? above : corner
}

/** The contrast of two colours, 1 to 21: <https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio>. */
export function contrast(one, other) {
  const [lighter, darker] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (lighter + 0.05) / (darker + 0.05)
}

function luminance(colour) {
  const [red, green, blue] = colour.map(part => part / 255).map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
