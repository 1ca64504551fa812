import { figure, label, nameRow, number, scaleTop, series, svg } from './chartSvg.js'

const width = 320
const plot = 150
const top = 24

/** The figure stands above the point, or below it when another line's point is higher there. */
const drawLine = ({ values = [], color }, index, names, highest, scale) => {
  const slot = width / Math.max(1, names.length)
  const points = values.map(({ x, y }) => ({
    y,
    rise: number(y) < highest.get(x) ? 20 : -9,
    at: [slot * (names.indexOf(x) + 0.5), top + plot - (number(y) / scale) * plot],
  }))
  const className = series(color, index)
  const path = points.map(({ at }) => at.join(',')).join(' ')
  const dots = points.flatMap(({ y, rise, at: [x, height] }) => [
    svg('circle', { cx: x, cy: height, r: 4, class: `mark ${className}` }),
    label(figure(y), x, Math.min(height + rise, top + plot - 4), 'middle', 'value'),
  ])
  return [svg('polyline', { points: path, class: `line ${className}` }), ...dots]
}

/** `Chart.Line`: a line a series, each point with its figure. */
export const lines = ({ data = [], color, yMax }) => {
  const names = [...new Set(data.flatMap(({ values = [] }) => values.map(({ x }) => x)))]
  const scale = scaleTop(
    data.flatMap(({ values = [] }) => values.map(({ y }) => y)),
    yMax,
  )
  const at = (name) => data.flatMap(({ values = [] }) => values.filter(({ x }) => x === name))
  const highest = new Map(names.map((name) => [name, Math.max(...at(name).map(({ y }) => number(y)))]))
  const row = nameRow(names, width, top + plot)
  const marks = [
    svg('line', { x1: 0, x2: width, y1: top + plot, y2: top + plot, class: 'axis' }),
    ...data.flatMap((line, index) => drawLine({ color, ...line }, index, names, highest, scale)),
    ...row.marks,
  ]
  const told = ({ legend, values = [] }) =>
    `${legend ? `${legend}: ` : ''}${values.map(({ x, y }) => `${x} ${figure(y)}`).join(', ')}`
  const legend = data
    .map((line, index) => ({ words: line.legend ?? '', className: series(line.color ?? color, index) }))
    .filter(({ words }) => words)
  return { width, height: row.bottom, marks, words: data.map(told).join('; '), legend }
}
