import { type Picture, readPng } from './png.ts'

const sizeFaults = ({ width, height }: Picture, side: number): string[] =>
  width === side && height === side ? [] : [`is ${width} × ${height} pixels, not ${side} × ${side}`]

const alphasOf = ({ pixels }: Picture): Uint8Array => pixels.filter((_, i) => i % 4 === 3)

const colourFaults = (picture: Picture): string[] => [
  ...sizeFaults(picture, 192),
  ...(alphasOf(picture).every((alpha) => alpha === 255)
    ? []
    : ['lets the background through: Teams masks a full square']),
]

/** White where it is drawn, and nothing elsewhere: Teams puts its own colour behind. */
const outlineFaults = (picture: Picture): string[] => {
  const alphas = alphasOf(picture)
  const clear = alphas.filter((alpha) => alpha === 0).length
  const coloured = alphas.some(
    (alpha, i) => alpha > 0 && picture.pixels.subarray(i * 4, i * 4 + 3).some((c) => c < 255),
  )
  return [
    ...sizeFaults(picture, 32),
    ...(clear < alphas.length / 4 ? ['has no transparent background'] : []),
    ...(clear === alphas.length ? ['is empty'] : []),
    ...(coloured ? ['is not white alone'] : []),
  ]
}

/**
 * What is wrong with the two icons, a sentence each.
 * Source: https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/apps-package#app-icons
 */
export const iconFaults = (name: 'color.png' | 'outline.png', bytes: Uint8Array): string[] => {
  try {
    const picture = readPng(bytes)
    return (name === 'color.png' ? colourFaults : outlineFaults)(picture).map((fault) => `${name} ${fault}`)
  } catch (fault) {
    return [`${name} cannot be read: ${(fault as Error).message}`]
  }
}
