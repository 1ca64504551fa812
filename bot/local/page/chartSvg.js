import { element } from './dom.js'

const namespace = 'http://www.w3.org/2000/svg'

export const svg = (tag, attributes = {}, ...children) => {
  const node = document.createElementNS(namespace, tag)
  for (const [name, value] of Object.entries(attributes))
    if (value !== undefined) node.setAttribute(name, String(value))
  node.append(...children)
  return node
}

export const label = (words, x, y, anchor = 'middle', className = '') =>
  svg('text', { x, y, 'text-anchor': anchor, class: className }, String(words))

export const number = (value) => (Number.isFinite(Number(value)) ? Math.max(0, Number(value)) : 0)
export const figure = (value) => number(value).toLocaleString('en-GB')

/** The top of the scale: the chart's own, else the largest value, never nothing. */
export const scaleTop = (values, yMax) => Math.max(1, number(yMax), ...values.map(number))

const named = {
  good: 3,
  warning: 4,
  attention: 5,
  neutral: 0,
  categoricalblue: 0,
  categoricallightblue: 1,
  categoricalteal: 2,
  categoricalgreen: 3,
  categoricallime: 3,
  categoricalmarigold: 4,
  categoricalred: 5,
  categoricalpurple: 6,
  categoricallavender: 7,
}

/** The class that colours a series: by the name of its colour, else by its place. */
export const series = (colour, index) => {
  const name = String(colour ?? '').toLowerCase()
  const step = /^(?:sequential|diverging)/.test(name) ? Number(/\d+$/.exec(name)?.[0] ?? index) : index
  return `series-${named[name] ?? step % 8}`
}

/** Words over lines of at most `width` letters; the last is cut with an ellipsis when there is more. */
const wrapWords = (words, width, most = 3) => {
  const lines = ['']
  for (const word of String(words).split(/\s+/)) {
    const longer = `${lines.at(-1)} ${word}`.trim()
    if (longer.length <= width || lines.at(-1) === '') lines[lines.length - 1] = longer
    else lines.push(word)
  }
  const shown = lines.slice(0, most).map((line) => (line.length > width + 2 ? `${line.slice(0, width)}…` : line))
  if (lines.length > most) shown[most - 1] = `${shown[most - 1].slice(0, width - 1)}…`
  return shown
}

const lineHeight = 16

/** The names under a row of slots, and where the row of them ends. */
export const nameRow = (names, width, y) => {
  const slot = width / Math.max(1, names.length)
  const wrapped = names.map((name) => wrapWords(name ?? '', Math.max(4, Math.floor(slot / 7.2))))
  const marks = wrapped.map((lines, index) => {
    const x = slot * (index + 0.5)
    const spans = lines.map((line, at) => svg('tspan', { x, dy: at === 0 ? 0 : lineHeight }, line))
    return svg('text', { y: y + 19, 'text-anchor': 'middle' }, ...spans)
  })
  const most = Math.max(1, ...wrapped.map(({ length }) => length))
  return { marks, bottom: y + 8 + most * lineHeight + 4 }
}

const legendList = (legend) =>
  element(
    'ul',
    { className: 'legend' },
    ...legend.map(({ words, className }) =>
      element('li', {}, element('span', { className: `swatch ${className}`, 'aria-hidden': 'true' }), words),
    ),
  )

/**
 * A drawing with its title, its axes' names and its legend, and the same in words for who does not see it.
 * `drawing` is `{ width, height, marks, words, legend? }`.
 */
export const chartFigure = (chart, { width, height, marks, words, legend = [] }) => {
  const title = chart.title || 'Chart'
  const axes = [chart.yAxisTitle, chart.xAxisTitle].filter(Boolean).join(' by ')
  const picture = svg(
    'svg',
    { viewBox: `0 0 ${width} ${height}`, role: 'img', class: 'chart-picture', 'aria-label': `${title}. ${words}` },
    svg('title', {}, title),
    ...marks,
  )
  return element(
    'figure',
    { className: 'chart' },
    element('figcaption', {}, title, axes && element('span', { className: 'quiet' }, axes)),
    picture,
    chart.showLegend !== false && legend.length > 0 && legendList(legend),
  )
}
