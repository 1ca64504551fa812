import { figure, label, number, series, svg } from './chartSvg.js'

const size = 200
const middle = size / 2
const radius = 72

/** A part of the ring, drawn as a dash of a circle's outline, which needs no case for a whole one. */
const part = (from, share, thickness, className) => {
  const round = 2 * Math.PI * radius
  return svg('circle', {
    cx: middle,
    cy: middle,
    r: radius,
    class: `ring ${className}`,
    'stroke-width': thickness,
    'stroke-dasharray': `${Math.max(0, share * round - 2)} ${round}`,
    'stroke-dashoffset': -from * round,
    transform: `rotate(-90 ${middle} ${middle})`,
  })
}

/** `Chart.Donut`: a ring, its legend with each figure, and a value in the middle. */
export const donut = ({ data = [], value, thickness }) => {
  const total = data.reduce((sum, one) => sum + number(one.value), 0) || 1
  const width = thickness === 'Thin' ? 18 : 34
  let from = 0
  const marks = data.map((one, index) => {
    const share = number(one.value) / total
    const ring = part(from, share, width, series(one.color, index))
    from += share
    return ring
  })
  if (value !== undefined) marks.push(label(value, middle, middle + 9, 'middle', 'donut-value'))
  const words = data.map(({ legend, value: own }) => `${legend}: ${figure(own)}`)
  const legend = data.map(({ legend: name, value: own, color }, index) => ({
    words: `${name ?? ''}: ${figure(own)}`,
    className: series(color, index),
  }))
  return { width: size, height: size, marks, words: words.join('; '), legend }
}
