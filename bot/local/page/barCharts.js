import { figure, label, nameRow, number, scaleTop, series, svg } from './chartSvg.js'

const width = 320
const plot = 150
const top = 22

const base = (y) => svg('line', { x1: 0, x2: width, y1: y, y2: y, class: 'axis' })

const bar = (x, y, barWidth, height, className) =>
  svg('rect', { x, y, width: barWidth, height, rx: 2, class: `mark ${className}` })

const column = (x, barWidth, value, scale, className) => {
  const height = (number(value) / scale) * plot
  const y = top + plot - height
  return [bar(x, y, barWidth, height, className), label(figure(value), x + barWidth / 2, y - 6, 'middle', 'value')]
}

/** `Chart.VerticalBar`: one bar a value, its figure above, its name below. */
export const verticalBars = ({ data = [], color, yMax }) => {
  const scale = scaleTop(
    data.map(({ y }) => y),
    yMax,
  )
  const slot = width / Math.max(1, data.length)
  const barWidth = Math.min(56, slot * 0.6)
  const marks = data.flatMap(({ y, color: own }, index) =>
    column(slot * index + (slot - barWidth) / 2, barWidth, y, scale, series(own ?? color, 0)),
  )
  const names = nameRow(
    data.map(({ x }) => x),
    width,
    top + plot,
  )
  const words = data.map(({ x, y }) => `${x}: ${figure(y)}`).join('; ')
  return { width, height: names.bottom, marks: [...marks, ...names.marks, base(top + plot)], words }
}

/** `Chart.HorizontalBar`: the name above each bar, so that a long one has room. */
export const horizontalBars = ({ data = [], color }) => {
  const scale = scaleTop(data.map(({ y }) => y))
  const row = 46
  const longest = width - 56
  const marks = data.flatMap(({ x, y, color: own }, index) => {
    const length = (number(y) / scale) * longest
    const at = index * row
    return [
      label(x ?? '', 0, at + 15, 'start'),
      bar(0, at + 21, length, 16, series(own ?? color, 0)),
      label(figure(y), length + 6, at + 34, 'start', 'value'),
    ]
  })
  const words = data.map(({ x, y }) => `${x}: ${figure(y)}`).join('; ')
  return { width, height: Math.max(1, data.length) * row, marks, words }
}
