import { expect } from 'chai'
import { straightAnswers } from '../../../../knowledge/answering/polar/straightAnswer.ts'
import type { Entry } from '../../../../knowledge/content/knowledge.ts'
import { loadKnowledge } from '../../../../knowledge/content/load.ts'
import { SHIPPED } from '../../../support/shippedFit.ts'

const knowledge = loadKnowledge(SHIPPED)
const straightAnswer = straightAnswers(knowledge)
const about = (id: string): Entry => knowledge.entries.get(id) ?? expect.fail(`no entry ${id}`)

const said: readonly [entry: string, message: string, straight: RegExp | undefined][] = [
  // a number and its unit
  ['length', 'is it 2 years', /^Yes\.$/],
  ['length', 'so its 3 yrs yeah?', /^No\.$/],
  ['length', 'oh i thought three', /^No\.$/],
  ['length', 'is it 24 months?', /^Yes\.$/],
  ['length', 'is it 18 months', /^No\.$/],
  ['length', 'is it two and a half years', /^No\.$/],
  ['length', 'is it more than a year', /^Yes\.$/],
  ['length', 'is there a third year', /^No\.$/],
  ['weekly-pattern', 'isnt it one day at uni and two at work', /^No\.$/],
  ['weekly-pattern', 'every day at uni or', /^No\.$/],
  ['weekly-pattern', 'is it 2 years', /^Yes\. The degree takes two years\.$/],
  ['hub-organisation', 'arent there seven trusts in two phases', /^Yes\.$/],
  ['hub-organisation', 'is it 6 trusts', /^No, it is seven trusts\.$/],
  ['hub-organisation', 'is the work in two phases', /^Yes, it is two phases\.$/],
  // what a question takes for granted
  ['length', 'why is it three years', /^No\.$/],
  ['why-set-up-this-way', 'why is it three years', /^No, it is two years\.$/],
  ['length', 'why is it two years', undefined],
  ['weekly-pattern', 'one day at uni a week, thats it yeah?', undefined],
  // something denied
  ['length', 'its not 3 years then', /^That is right\.$/],
  ['supported-by-service', 'so they dont get support from the service', /^That is not right\.$/],
  ['length', 'is it not 2 years', /^Yes\.$/],
  // bands, dates, names
  ['skill-gap', 'the gap was between bands 2 and 4 right', /^No\.$/],
  ['skill-gap', 'skill gap was between band 3 n band 5 yeah?', /^Yes\.$/],
  ['age-range', 'isnt it 0-19', /^No\.$/],
  ['age-range', 'do they work with 12 year olds', /^Yes\.$/],
  ['hub-findings', 'findings due in spring 2014?', /^No, some first findings were expected in autumn 2014\.$/],
  ['next-intake', 'is the cohort sept 2014', /^Yes, September 2014/],
  ['contact-workforce-lead', 'is kerrie the workforce lead', /^No, the Workforce Lead is Sue Watson\.$/],
  // lists, all and some
  ['universal-child-health-teams', 'is it just health visiting', /^No\.$/],
  ['universal-child-health-teams', 'is it hv and school nursing', /^Yes\.$/],
  ['four-headings', 'so the four headings r delegation, substitution, supervision n innovation', /^No\.$/],
  ['band-4-policy', 'do all band 4s need the degree', /^Not quite\.$/],
  ['band-4-policy', 'do all band 4s in health visiting need the degree', /^Yes\.$/],
  // one or the other
  ['working-group-scope', 'community or on the wards', /^Both\.$/],
  ['business-case', 'who approved it, the board or smt?', /^The senior management team approved it\.$/],
  ['assessment-centre', 'is the interview group or individual', /^The interview is an individual one\.$/],
  ['contact-workforce-lead', 'is it jo or sam', undefined],
  // what the source leaves open
  ['length', 'is it 2 years full time', undefined],
  ['length', 'is it two years if you go part time', undefined],
  ['qualified-count', 'isnt it 40 qualified now', undefined],
  ['assessment-centre', 'is it two interviews', undefined],
  ['bands', 'is it for band 2s', /^What is published does not say so\.$/],
  ['since-2005', 'is 2005 when the trust began as well', undefined],
  ['hub-organisation', 'are we one', undefined],
  ['hub-organisation', 'what was phase one', undefined],
  ['hub-organisation', 'what is in phase three', /^No, it is two phases\.$/],
  ['bands', 'oh i thought three', undefined],
  ['weekly-pattern', 'both years?', undefined],
  // never a verdict on the person who asks
  ['bands', 'am i eligible', undefined],
  ['bands', 'im band 3 so thats a yes', undefined],
  ['bands', 'would they take me as a band 3', undefined],
  ['bands', 'is the programme for me, bands 3 and 4', undefined],
  ['nursery-nurses', 'can i do it as a nursery nurse', undefined],
  // no question of that kind
  ['length', 'tell me about the two year degree', undefined],
  ['length', 'how long is it', undefined],
]

describe('a straight answer', () => {
  for (const [entry, message, straight] of said)
    it(`to “${message}” beside ${entry} is ${straight ?? 'none'}`, () => {
      const answer = straightAnswer(message, about(entry))
      if (straight) expect(answer).to.match(straight)
      else expect(answer).to.equal(undefined)
    })
})
