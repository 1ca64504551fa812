import type { Bin } from './calibration.ts'
import { wilson } from './statistics.ts'
import { INK, label, line, picture, polyline, shape } from './svg.ts'

export interface Series {
  name: string
  bins: readonly Bin[]
  /** Expected calibration error of the same bins. */
  error: number
}

const PLOT = { left: 64, top: 88, size: 360 }
const COUNTS = { top: 492, height: 64 }
const WIDTH = 460
const HEIGHT = 640
/** Questions below which a bin says little. */
const FEW = 5
const COLOURS = [INK.first, INK.second]
const TENTHS = [0, 0.2, 0.4, 0.6, 0.8, 1]

const x = (share: number): number => PLOT.left + share * PLOT.size
const y = (share: number): number => PLOT.top + (1 - share) * PLOT.size

/** How often the first candidate was right, by the confidence it was given; below, how many questions each confidence had. */
export function reliabilityPicture(series: readonly Series[]): string {
  const described = `Reliability of the confidence: ${series
    .map(({ name, error }) => `${name}, expected calibration error ${error.toFixed(3)}`)
    .join('; ')}`
  return picture(WIDTH, HEIGHT, described, [
    label('Is the confidence borne out?', 24, 32, { 'font-size': 17, 'font-weight': 'bold' }),
    ...series.flatMap(legend),
    ...axes(),
    ...series.flatMap(({ bins }, i) => curve(bins, COLOURS[i] ?? INK.faint)),
    ...counts(series),
  ])
}

const legend = ({ name, bins, error }: Series, i: number): string[] => {
  const questions = bins.reduce((sum, { count }) => sum + count, 0)
  const top = 52 + i * 19
  return [
    shape('circle', { cx: 30, cy: top - 4, r: 5, fill: COLOURS[i] ?? INK.faint }),
    label(`${name}: ${questions} questions, expected calibration error ${error.toFixed(3)}`, 42, top),
  ]
}

const axes = (): string[] => [
  ...TENTHS.flatMap((share) => [
    line(x(share), y(0), x(share), y(1)),
    line(x(0), y(share), x(1), y(share)),
    label(`${100 * share}%`, PLOT.left - 8, y(share) + 4, { 'text-anchor': 'end', fill: INK.faint, 'font-size': 12 }),
  ]),
  line(x(0), y(0), x(1), y(1), { stroke: INK.faint, 'stroke-dasharray': '5 5', 'stroke-width': 1.5 }),
  label('borne out exactly', x(0.06), y(0.06) - 7, {
    fill: INK.faint,
    'font-size': 12,
    transform: `rotate(-45 ${x(0.06)} ${y(0.06)})`,
  }),
  label('share right', 0, 0, {
    'text-anchor': 'middle',
    transform: `translate(20 ${y(0.5)}) rotate(-90)`,
  }),
]

/** A bin's 95 % interval as a whisker. A bin of a few questions is hollow, and the line passes it by. */
const curve = (bins: readonly Bin[], colour: string): string[] => {
  const at = bins.map(({ count, confidence, right }) => ({
    cx: x(confidence),
    cy: y(right / count),
    few: count < FEW,
    r: 3 + Math.min(6, Math.sqrt(count) / 3),
    ends: wilson(right, count).map(y) as [number, number],
  }))
  return [
    ...at.map(({ cx, ends }) => line(cx, ends[0], cx, ends[1], { stroke: colour, 'stroke-opacity': 0.45 })),
    polyline(
      at.filter(({ few }) => !few).map(({ cx, cy }) => [cx, cy]),
      colour,
    ),
    ...at.map(({ cx, cy, few, r }) =>
      shape('circle', {
        cx,
        cy,
        r,
        fill: few ? INK.card : colour,
        stroke: few ? colour : INK.card,
        'stroke-width': 1.5,
      }),
    ),
  ]
}

/** Bars side by side in each tenth, the square root of the count high, the count above. */
const counts = (series: readonly Series[]): string[] => {
  const most = Math.sqrt(Math.max(1, ...series.flatMap(({ bins }) => bins.map(({ count }) => count))))
  const foot = COUNTS.top + COUNTS.height
  const width = PLOT.size / 10 / series.length - 3
  return [
    line(x(0), foot, x(1), foot, { stroke: INK.faint }),
    label('questions', 0, 0, {
      'text-anchor': 'middle',
      transform: `translate(20 ${foot - COUNTS.height / 2}) rotate(-90)`,
    }),
    ...TENTHS.map((share) =>
      label(`${100 * share}%`, x(share), foot + 18, { 'text-anchor': 'middle', fill: INK.faint, 'font-size': 12 }),
    ),
    label('confidence that the decision gave its first candidate', x(0.5), foot + 42, { 'text-anchor': 'middle' }),
    label(`Whiskers: 95 % intervals. Hollow: under ${FEW} questions.`, x(0.5), foot + 66, {
      'text-anchor': 'middle',
      fill: INK.faint,
      'font-size': 12,
    }),
    ...series.flatMap(({ bins }, i) =>
      bins.flatMap(({ count, confidence }) => {
        const left = x(Math.min(9, Math.floor(confidence * 10 + 1e-9)) / 10) + 2 + i * (width + 2)
        const height = (COUNTS.height * Math.sqrt(count)) / most
        return [
          shape('rect', { x: left, y: foot - height, width, height, fill: COLOURS[i] ?? INK.faint }),
          label(String(count), left + width / 2, foot - height - 3, { 'text-anchor': 'middle', 'font-size': 9 }),
        ]
      }),
    ),
  ]
}
