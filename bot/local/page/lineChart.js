import { figure, label, nameRow, number, scaleTop, series, svg } from './chartSvg.js'

const width = 320
const plot = 150
const top = 24

const apart = 16

/** Where the figures of one name stand, in the order of their points: above a single one, else beside it and apart. */
const placed = (heights) => {
  if (heights.length < 2) return heights.map((height) => ({ rise: -9, side: 0, height }))
  const order = heights.map((height, index) => ({ height, index })).sort((a, b) => a.height - b.height)
  let last = Number.NEGATIVE_INFINITY
  const found = []
  for (const { height, index } of order) {
    last = Math.max(height, last + apart)
    found[index] = { rise: 5, side: 9, height: last }
  }
  return found
}

const drawLine = ({ values = [], color }, index, names, places, scale) => {
  const slot = width / Math.max(1, names.length)
  const className = series(color, index)
  const points = values.map(({ x, y }) => [slot * (names.indexOf(x) + 0.5), heightOf(y, scale)])
  const dots = values.flatMap(({ x, y }, at) => {
    const [left, height] = points[at]
    const { rise, side, height: stands } = places.get(x)[index]
    const anchor = side > 0 ? 'start' : 'middle'
    return [
      svg('circle', { cx: left, cy: height, r: 4, class: `mark ${className}` }),
      label(figure(y), left + side, stands + rise, anchor, 'value'),
    ]
  })
  return [svg('polyline', { points: points.map((at) => at.join(',')).join(' '), class: `line ${className}` }), ...dots]
}

const heightOf = (value, scale) => top + plot - (number(value) / scale) * plot

/** Of each name, where the figure of each series stands; a series without it has none. */
const placesOf = (data, names, scale) =>
  new Map(
    names.map((name) => {
      const here = data.map(({ values = [] }) => values.find(({ x }) => x === name))
      const found = placed(here.filter(Boolean).map(({ y }) => heightOf(y, scale)))
      return [name, here.map((value) => value && found.shift())]
    }),
  )

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })
const named = (name) => (/^\d{4}-\d\d-\d\d$/.test(name) ? day.format(new Date(name)) : name)

/** `Chart.Line`: a line a series, each point with its figure. */
export const lines = ({ data = [], color, yMax }) => {
  const names = [...new Set(data.flatMap(({ values = [] }) => values.map(({ x }) => x)))]
  const scale = scaleTop(
    data.flatMap(({ values = [] }) => values.map(({ y }) => y)),
    yMax,
  )
  const places = placesOf(data, names, scale)
  const row = nameRow(names.map(named), width, top + plot)
  const marks = [
    svg('line', { x1: 0, x2: width, y1: top + plot, y2: top + plot, class: 'axis' }),
    ...data.flatMap((line, index) => drawLine({ color, ...line }, index, names, places, scale)),
    ...row.marks,
  ]
  const told = ({ legend, values = [] }) =>
    `${legend ? `${legend}: ` : ''}${values.map(({ x, y }) => `${named(x)} ${figure(y)}`).join(', ')}`
  const legend = data
    .map((line, index) => ({ words: line.legend ?? '', className: series(line.color ?? color, index) }))
    .filter(({ words }) => words)
  return { width, height: row.bottom, marks, words: data.map(told).join('; '), legend }
}
