import { onDate } from '../../content/dateInWords.ts'
import type { Figure } from '../table.ts'
import { listed, lowerFirst, upperFirst } from './text.ts'

/** What is said of a figure: how many, of what, as at when. */
type Counted = Pick<Figure, 'label' | 'count' | 'asOf'>

/** "7 in their second year". */
export const countOf = ({ count, label }: Counted): string => `${count} ${lowerFirst(label)}`

const were = (figure: Counted): string =>
  `${figure.count} ${figure.count === 1 ? 'was' : 'were'} ${lowerFirst(figure.label)}`

/**
 * Figures in sentences, one for each date: "At the beginning of 2014, 7 were in their second year".
 * @param when what stands for the date, when it was just said
 */
export const sentences = (figures: readonly Counted[], when?: string): string =>
  [...new Set(figures.map(({ asOf }) => asOf))]
    .map((asOf) => {
      const ofDate = figures.filter((figure) => figure.asOf === asOf)
      return `${when ?? upperFirst(onDate(asOf))}, ${listed(ofDate.map(were))}.`
    })
    .join(' ')
