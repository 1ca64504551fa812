import { ContentError, type Fault } from '../fault.ts'
import { bodyLength } from './bodyLength.ts'
import { type Content, type Rule, readContent } from './content.ts'
import { duplicatePhrasing } from './duplicatePhrasing.ts'
import { fewPhrasings } from './fewPhrasings.ts'
import { fileName } from './fileName.ts'
import { provenance } from './provenance.ts'
import { readingAge } from './readingAge.ts'
import { figureStages, related } from './related.ts'
import { reviewOverdue } from './reviewOverdue.ts'
import { routes } from './routes.ts'
import { shortAnswer } from './shortAnswer.ts'
import { silenceOpening } from './silenceOpening.ts'
import { noSubject, sharedPhrase, subjectIds } from './subjects.ts'
import { unstatedFigure } from './unstatedFigure.ts'

/** Rules that fail the check. */
const faultRules: readonly Rule[] = [
  provenance,
  unstatedFigure,
  shortAnswer,
  duplicatePhrasing,
  related,
  figureStages,
  routes,
  fileName,
  subjectIds,
  sharedPhrase,
]
/** Rules whose findings a curator should look at. */
const warningRules: readonly Rule[] = [reviewOverdue, readingAge, bodyLength, silenceOpening, fewPhrasings, noSubject]

/** What was found in a folder of content. The counts are missing where it could not be read. */
export interface Findings {
  faults: Fault[]
  warnings: Fault[]
  counts?: { entries: number; phrasings: number }
}

/**
 * Checks a folder of content. Where the schema is broken, the findings are those of the schema alone.
 * @param dir the folder that holds `entries/`
 * @param now the moment against which reviews are overdue
 */
export function checkContent(dir: string, now: Date): Findings {
  try {
    const content = readContent(dir)
    return {
      faults: run(faultRules, content, now),
      warnings: run(warningRules, content, now),
      counts: countsOf(content),
    }
  } catch (error) {
    if (error instanceof ContentError) return { faults: [...error.faults], warnings: [] }
    throw error
  }
}

const run = (rules: readonly Rule[], content: Content, now: Date): Fault[] =>
  rules
    .flatMap((rule) => rule(content, now))
    .sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1))

const countsOf = ({ entries, intents }: Content) => ({
  entries: entries.size,
  phrasings: [...entries.values(), ...intents.values()].reduce((sum, { phrasings }) => sum + phrasings.length, 0),
})
