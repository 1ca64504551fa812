import { INK, label, line, picture, polyline, shape } from '../../eval/svg.ts'
import type { Grown } from './measure.ts'

type Growth = Readonly<Record<'words' | 'vectors', readonly Grown[]>>

const WIDTH = 860
const HEIGHT = 372
const PANEL = { top: 104, width: 220, height: 200, left: 56, step: 278 }
const SERIES = [
  { kind: 'words', name: 'without sentence vectors', colour: INK.second },
  { kind: 'vectors', name: 'with sentence vectors', colour: INK.first },
] as const
const TICKS = 4

interface Panel {
  title: string
  value: (grown: Grown) => number
}

const PANELS: readonly Panel[] = [
  { title: 'Until the new fit serves, seconds', value: ({ fitSeconds }) => fitSeconds },
  { title: 'Memory meanwhile, at most, MB', value: ({ memoryMb }) => memoryMb.peak },
  { title: 'Query meanwhile, median, ms', value: ({ query }) => query.during.median },
]

/** How the time and memory of a fit, and the queries that the last fit answers meanwhile, grow with the phrasings. */
export function growthPicture(growth: Growth): string {
  const all = [...growth.words, ...growth.vectors]
  const largest = Math.max(...all.map(({ phrasings }) => phrasings))
  const end = roundAbove(largest)
  const described = `A fit of ${inThousands(largest)} phrasings: ${SERIES.map(({ kind, name }) => {
    const last = growth[kind].at(-1)
    return `${name} ${last?.fitSeconds.toFixed(0)} seconds and ${last?.memoryMb.peak} MB`
  }).join(', ')}`
  return picture(WIDTH, HEIGHT, described, [
    label('What a growing knowledge base costs', 24, 32, { 'font-size': 17, 'font-weight': 'bold' }),
    ...SERIES.flatMap(({ name, colour }, i) => [
      shape('circle', { cx: 30 + i * 200, cy: 52, r: 5, fill: colour }),
      label(name, 42 + i * 200, 56),
    ]),
    ...PANELS.flatMap((panel, i) => drawn(panel, growth, end, PANEL.left + i * PANEL.step)),
    label('phrasings; a worker makes the fit while the fit before it answers', WIDTH / 2, HEIGHT - 18, {
      'text-anchor': 'middle',
      fill: INK.faint,
    }),
  ])
}

function drawn({ title, value }: Panel, growth: Growth, end: number, left: number): string[] {
  const top = roundAbove(Math.max(...[...growth.words, ...growth.vectors].map(value)))
  const x = (phrasings: number): number => left + (PANEL.width * phrasings) / end
  const y = (of: number): number => PANEL.top + PANEL.height * (1 - of / top)
  const ticks = Array.from({ length: TICKS + 1 }, (_, i) => i / TICKS)
  const small = { fill: INK.faint, 'font-size': 12 }
  return [
    label(title, left, PANEL.top - 14, { 'font-weight': 'bold' }),
    ...ticks.flatMap((share) => [
      line(left, y(share * top), left + PANEL.width, y(share * top)),
      label(inThousands(share * top), left - 6, y(share * top) + 4, {
        'text-anchor': 'end',
        ...small,
      }),
    ]),
    ...[0, 0.5, 1].map((share) =>
      label(inThousands(share * end), x(share * end), y(0) + 18, { 'text-anchor': 'middle', ...small }),
    ),
    ...SERIES.flatMap(({ kind, colour }) => {
      const at = growth[kind].map((grown) => [x(grown.phrasings), y(value(grown))] as const)
      return [polyline(at, colour), ...at.map(([cx, cy]) => shape('circle', { cx, cy, r: 4, fill: colour }))]
    }),
  ]
}

const inThousands = (count: number): string => count.toLocaleString('en-GB', { maximumFractionDigits: 2 })

/** The next of 1, 2, 4, 6, 8 and 10 times a power of ten: it parts into quarters well. */
export function roundAbove(most: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(most, 1e-9)))
  return power * ([1, 2, 4, 6, 8, 10].find((times) => times * power >= most) ?? 10)
}
