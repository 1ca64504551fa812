import { conversation } from '../support/conversation.ts'
import { SHIPPED } from '../support/shippedFit.ts'

describe('a conversation on the content that ships', () => {
  conversation('of a nursery nurse between two patients', { knowledge: SHIPPED }, [
    ['hiya, hw long is the degree??', /two years/, { outcome: 'answered', cited: 1 }],
    ['and how many days a week at uni', /one day at university/, { outcome: 'answered' }],
    [
      'what would my pay be once I have qualified',
      /does not (say|state)/,
      { outcome: 'not-stated', suggests: 'Send my question to HR' },
    ],
    ['Send my question to HR', /sent your question to HR/, { action: 'log-question' }],
    ['cheers', /./, { outcome: 'smalltalk', cited: 0 }],
  ])

  conversation('that turns into an emergency', { knowledge: SHIPPED }, [
    ['which bands is it meant for', /Bands 3 and 4/, { outcome: 'answered', cited: 1 }],
    ['help a patient has collapsed and is not breathing', /999/, { outcome: 'signpost', cited: 0 }],
  ])

  conversation('that corrects a false premise', { knowledge: SHIPPED }, [
    ["it's a three year degree, right?", /^\*\*No\.\*\* The degree takes two years/, { outcome: 'answered' }],
  ])
})
