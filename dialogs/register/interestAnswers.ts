import { markdownText } from '../cards/escape.ts'
import { fieldValue } from '../interest/labels.ts'
import type { Reply } from '../reply.ts'
import type { InterestView } from './cards/ownInterest.ts'
import { ABOUT_FIELDS, fieldLabel } from './fieldWording.ts'
import type { FormQuestion } from './formQuestion.ts'

const SUGGESTIONS = ['Where is my interest up to?', 'Change my interest', 'Show my data']

/**
 * What is answered to a question about the one interest that counts.
 * @returns undefined where the whole of it is to be shown: of several, of one that is withdrawn, and for most that is asked
 */
export function interestAnswer({ kind, field }: FormQuestion, views: readonly InterestView[]): Reply | undefined {
  const active = views.filter((view) => view.active)
  const [view] = active
  if (!view || active.length > 1) return undefined
  const { interest, cohortName, statusLabel } = view
  const say = (text: string): Reply => ({ text, suggestions: SUGGESTIONS, personal: true })
  switch (kind) {
    case 'reference':
      return say(`**Your reference is ${interest.reference}.** It is for ${markdownText(cohortName)}.`)
    case 'saved':
      return say(
        `**Yes, it is saved, and HR can see it.** Your reference is ${interest.reference}, for ${markdownText(cohortName)}. Its status is: ${markdownText(statusLabel)}. It is an interest, not an application.`,
      )
    case 'why':
      return say(
        field
          ? `**${ABOUT_FIELDS[field].because}** You can change it here at any time.`
          : '**It tells HR that you are interested.** If a post is advertised, you apply for it then.',
      )
    case 'held': {
      if (!field || field === 'cohort') return undefined
      const value = fieldValue(interest, field)
      return say(
        value ? `**Your ${fieldLabel(field)}: ${markdownText(value)}.**` : `**You gave no ${fieldLabel(field)}.**`,
      )
    }
    default:
      return undefined
  }
}
