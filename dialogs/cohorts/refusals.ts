import type { Reply } from '../reply.ts'

/** Counts of interest and names are not for staff: the same, whether there are any or not. */
export const notForStaff = (): Reply => ({
  text: 'I can’t show you that. Interest counts are for managers and HR, and names are for HR alone. I can tell you what is published about the programme.',
  suggestions: ['How many are qualified?', 'What can you do?'],
})

/** A button that this role does not have: the same, whether what it asks for is there or not. */
export const notAllowed = (): Reply => ({ text: 'I can’t do that for you. It is for another role.' })

/** A manager asked who registered. */
export const namesForHr = (): Reply => ({
  text: '**I don’t give the names of people who registered an interest.** They are for HR alone. I can show you rounded counts by cohort, band and service.',
  suggestions: ['Interest so far', 'Cohort status'],
})

/** HR asked who registered. */
export const namesInWorkList = (): Reply => ({
  text: '**The names are in the work list.** Say “Show me the work list”, or ask there for a band, a service or a name.',
  suggestions: ['Show me the work list'],
})
