import type { Knowledge } from '../../../../knowledge/content/knowledge.ts'
import { loadKnowledge } from '../../../../knowledge/content/load.ts'
import { subjects } from '../../../../knowledge/content/subjects.ts'
import { RIVERSIDE } from '../../../support/conversation.ts'
import { SHIPPED } from '../../../support/shippedFit.ts'

const riverside = loadKnowledge(RIVERSIDE)
const entries = new Map(riverside.entries)
const tells = (id: string, subject: string[], aspect: string[]): void => {
  const entry = entries.get(id)
  if (!entry) throw new Error(`Riverside has no entry ${id}`)
  entries.set(id, { ...entry, subject, aspect, related: [] })
}
tells('length', ['course'], ['how-long'])
tells('weekly-pattern', ['course', 'week'], ['how-often'])
tells('bands', ['bands'], ['which'])
tells('pay', ['pay'], ['how-much'])

/** Riverside's content as a table of subjects by aspects. */
export const onTheTable: Knowledge = {
  ...riverside,
  entries,
  language: loadKnowledge(SHIPPED).language,
  subjects: subjects.parse({
    subjects: [
      { id: 'course', name: 'the course', names: ['course', 'programme', 'uni'], partly: ['study'] },
      { id: 'week', name: 'the week', names: ['week', 'weekly pattern'], partOf: 'course' },
      { id: 'bands', name: 'the bands', plural: true, names: ['bands', 'pay bands'], partly: ['grades'] },
      { id: 'pay', name: 'the pay', names: ['pay', 'wages'] },
    ],
    aspects: [
      {
        id: 'how-long',
        unsaid: 'how long {it} {takes|take}',
        asks: ['how long does it take', 'how long is that', 'how many months'],
      },
      { id: 'how-often', unsaid: 'how often {it} {happens|happen}', asks: ['how often', 'how many days a week'] },
      { id: 'who', unsaid: 'who decided on {it}', asks: ['who decided that', 'whose idea was it', 'who'] },
      { id: 'which', unsaid: 'which {it} {is|are}', asks: ['which ones'] },
      { id: 'how-much', unsaid: 'how much {it} {is|are}', asks: ['how much is it'] },
    ],
  }),
}
