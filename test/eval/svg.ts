/** The look of the pictures: a light card of its own, so that a dark page does not swallow the lines. */
export const INK = {
  text: '#1f2328',
  faint: '#59636e',
  grid: '#d8dee4',
  card: '#ffffff',
  first: '#005eb8',
  second: '#b4530a',
}

type Attributes = Readonly<Record<string, string | number>>

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;')
const value = (one: string | number): string =>
  escaped(typeof one === 'number' ? String(Math.round(one * 100) / 100) : one)
const open = (name: string, attributes: Attributes): string =>
  [name, ...Object.entries(attributes).map(([key, one]) => `${key}="${value(one)}"`)].join(' ')

export const shape = (name: string, attributes: Attributes): string => `<${open(name, attributes)}/>`

export const label = (text: string, x: number, y: number, more: Attributes = {}): string =>
  `<${open('text', { x, y, fill: INK.text, 'font-size': 13, ...more })}>${escaped(text)}</text>`

export const line = (x1: number, y1: number, x2: number, y2: number, more: Attributes = {}): string =>
  shape('line', { x1, y1, x2, y2, stroke: INK.grid, 'stroke-width': 1, ...more })

export const polyline = (points: readonly (readonly [number, number])[], stroke: string): string =>
  shape('polyline', {
    points: points.map(([x, y]) => `${value(x)},${value(y)}`).join(' '),
    fill: 'none',
    stroke,
    'stroke-width': 2.5,
    'stroke-linejoin': 'round',
  })

/** A whole picture. @param described what it shows, for somebody who cannot see it */
export const picture = (width: number, height: number, described: string, parts: readonly string[]): string =>
  [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" font-family="Arial, Helvetica, sans-serif">`,
    `<title>${escaped(described)}</title>`,
    shape('rect', { x: 0.5, y: 0.5, width: width - 1, height: height - 1, rx: 8, fill: INK.card, stroke: INK.grid }),
    ...parts,
    '</svg>',
    '',
  ].join('\n')
