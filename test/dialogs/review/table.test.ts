import { assert } from 'chai'
import { type Bench, reviewBench } from './bench.ts'
import { type Talk, talk } from './talk.ts'

const PEOPLE = [
  {
    name: 'Aisha Khan',
    band: '4',
    currentRole: 'Nursery nurse',
    service: 'Health visiting',
    base: 'Huyton',
    reach: 'phone, I work days',
  },
  {
    name: 'Ben Carter',
    band: '3',
    currentRole: 'Healthcare assistant',
    service: 'School health',
    base: 'Kirkby',
    reach: 'I work nights',
  },
  {
    name: 'Gareth Jones',
    band: '3',
    currentRole: 'Healthcare assistant',
    service: 'Adult mental health',
    base: 'Warrington',
    reach: 'I work nights',
  },
  {
    name: 'Lucy Jones',
    band: '4',
    currentRole: 'Nursery nurse',
    service: 'Health visiting',
    base: 'Huyton',
    reach: 'e-mail',
  },
] as const
const KNOWS = { managerKnows: 'yes', manager: 'Carol Dunn' } as const
const UNKNOWN = { managerKnows: 'no', manager: 'Tom Hale' } as const

/** What is said, what it is taken for (nothing: not understood), and what is heard, or must not be (!). */
type Said = [text: string, action: string | undefined, ...heard: string[]]

const CONVERSATIONS: Record<string, Said[]> = {
  'the fields of the record that is open': [
    ['show the list', 'review', '4 interests'],
    ['open 1', 'review', 'Aisha Khan'],
    ['which ward', undefined, 'Aisha Khan works in Health visiting, Huyton.'],
    ['what band is she', undefined, 'Aisha Khan is band 4.'],
    ['does her manager know', undefined, 'Yes. ', 'Carol Dunn'],
    ['can i contact the manager', undefined, 'Yes. ', 'Carol Dunn'],
    ['days or nights', undefined, 'works days'],
    ['which cohort', undefined, 'September 2014'],
    ['where is she at', undefined, 'is at registered'],
    ['when did she put in', undefined, 'put it in on'],
    ['whos dealing with it', undefined, 'Nobody has'],
    ['is she on hold', undefined, 'No. '],
    ['what did i write about her', undefined, 'no notes'],
    ['history', undefined, 'What happened to Aisha Khan'],
    ['what band is ben', undefined, 'Ben Carter is band 3.'],
    ['whos his manager', undefined, 'Do not contact the manager', '!Tom Hale'],
    ['and lucy', undefined, 'Lucy Jones'],
    ['days or nights', undefined, 'is not given'],
  ],
  'one narrower list after the other, and counts of it': [
    ['show the list', 'review', '4 interests'],
    ['only the nights ones', undefined, '2 interests', 'Gareth Jones', '!Aisha'],
    ['how many is that', undefined, '2 interests'],
    ['do we know their managers', undefined, 'Ben Carter’s', 'Gareth Jones’s'],
    ['which of them are in kirkby', 'filter', 'Ben Carter', '!Gareth'],
    ['which of them said the manager knows', 'filter', 'None of those'],
    ['the list again', undefined, 'Ben Carter', '!Gareth'],
    ['show all', 'filter', '4 interests'],
    ['split it by band', undefined, 'Band 3: 2'],
    ['how many are nursery nurses', undefined, '2 interests', 'Aisha Khan, Lucy Jones'],
    ['who isnt band 4', 'filter', 'Ben Carter', '!Aisha'],
  ],
  'the wrong one, put right': [
    ['show the list', 'review', '4 interests'],
    ['mark 1 as reviewed', 'update-status', 'Aisha Khan', 'set to reviewed'],
    ['wrong one, i meant number 2', undefined, 'Aisha Khan', 'is Registered again', 'Ben Carter', 'set to reviewed'],
    ['and the next one', undefined, 'Gareth Jones', 'set to reviewed'],
    ['same for lucy', undefined, 'Lucy Jones', 'set to reviewed'],
  ],
  'what is taken back is what was done': [
    ['mark gareth jones as contacted', 'update-status', 'set to contacted'],
    ['add a note to this one: rang twice', 'review', 'rang twice'],
    ['undo that', 'update-status', 'the note is taken off', '!is Registered again'],
    ['put him on hold because of a grievance', undefined, 'It is on hold'],
    ['undo', 'update-status', 'is not on hold any more', '!is Registered again'],
  ],
  'a change is not done again once something else was looked at': [
    ['show the list', 'review', '4 interests'],
    ['mark 1 as contacted', 'update-status', 'set to contacted'],
    ['the list again', undefined, '4 interests'],
    ['and lucy', undefined, 'Interest AP-', '!set to contacted'],
  ],
  'a command goes on once the one of a name is chosen': [
    ['put jones on hold because of a grievance', undefined, '!on hold'],
    ['show the list', 'review', '4 interests'],
    ['open 1', 'review', 'Aisha Khan'],
    ['assign jones to me', 'review', 'Which one do you mean?'],
    ['lucy', undefined, 'Lucy Jones', 'Assigned to: Helen Clarke'],
  ],
  'a name is of somebody on the list first': [
    ['band 4', 'filter', '2 interests'],
    ['put jones on hold, hes off til january', undefined, 'Lucy Jones', 'It is on hold'],
  ],
  'a note is no question and no order': [
    ['show the list', 'review', '4 interests'],
    ['open 1', 'review', 'Aisha Khan'],
    ['add a note', 'review', 'What is the note?'],
    ['whats her band', undefined, 'no note was added', 'Aisha Khan is band 4.'],
    ['put her on hold', undefined, 'Say why'],
    ['sorry no, undo that', 'update-status', 'Nothing was changed'],
    ['note on her - rang 27th no answer', 'review', 'rang 27th no answer'],
    ['and same on ben', undefined, 'Ben Carter', 'rang 27th no answer'],
  ],
  'one of a name, by what else is known of them': [
    ['open jones', 'review', 'Which one do you mean?'],
    ['the lady in huyton', undefined, 'Interest AP-', 'Lucy Jones'],
    ['who manages her', undefined, 'does not know', '!Tom Hale'],
    ['the other one', undefined, 'Interest AP-', 'Gareth Jones'],
  ],
  'names without a list': [
    ['what band is aisha khan', undefined, 'Aisha Khan is band 4.'],
    ['job?', undefined, 'nursery nurse'],
    ['note: rang twice', 'review', 'rang twice'],
    ['and ben?', undefined, 'Ben Carter', '!rang twice'],
  ],
  'a yes to some of them': [
    ['show the list', 'review', '4 interests'],
    ['mark aisha, ben and lucy as reviewed', 'update-status', 'Set 3 interests to reviewed?'],
    ['hang on, only lucy', undefined, '1 interest set to reviewed', 'Lucy Jones'],
    ['mark aisha and ben as reviewed', 'update-status', 'Set 2 interests to reviewed?'],
    ['yes but not ben', undefined, '1 interest set to reviewed', 'Aisha Khan'],
    ['oops, ben', undefined, 'Aisha Khan', 'is Registered again', 'Ben Carter', 'set to reviewed'],
    ['only ben', undefined, 'Interest AP-', 'Ben Carter', '!again'],
  ],
  'who is first, and the next, and the two of them': [
    ['who has waited longest', 'review', 'Aisha Khan is at registered', '4 interests'],
    ['next after her', undefined, 'Ben Carter'],
    ['put those two to contacted', 'update-status', 'Set 2 interests to contacted?'],
    ['yes', undefined, '2 interests set to contacted'],
    ['who is furthest on', 'review', 'is at contacted', '2 interests'],
    ['undo that last change', 'update-status', 'Undone: 2 interests'],
    ['undo the last thing', 'update-status', 'There is nothing of yours to undo'],
  ],
  'whether it holds of all, and two lists together': [
    ['how many on days and how many on nights', undefined, 'Nights: 2'],
    ['nursery nurses', undefined, '2 interests', 'Aisha Khan', 'Lucy Jones'],
    ['are they all band 4', undefined, 'Yes, all 2: band 4.'],
    ['not all in health visiting are they', undefined, 'Yes, all 2'],
    ['bases?', undefined, '- Aisha Khan works in', '- Lucy Jones works in'],
    ['show the kirkby ones', 'filter', 'Ben Carter'],
    ['how many together', undefined, '3 interests together: 2 (nursery nurse) and 1 (Kirkby).'],
    ['which of them are nights', undefined, 'Ben Carter', '!Aisha'],
    ['whos in warrington', undefined, 'Gareth Jones'],
  ],
  'who they are, asked in any words, with a list shown or none': [
    ['domestic violence help', undefined, "I don't have an answer"],
    ['who do i ring about a band 7 job', undefined, "I don't have an answer"],
    ['anyone at all over in huyton', undefined, '2 interests', '!Ben'],
    ['healthcare assistants thanks', undefined, '2 interests', 'Ben Carter', '!Aisha'],
    ['who works days out of all of those', undefined, 'None of those'],
    ['show all', 'filter', '4 interests'],
    ['any of that list whose manager hasnt been told', undefined, '3 interests', '!Aisha'],
    ['who has carol got', undefined, '1 interest', 'Aisha Khan'],
    ['toms lot', undefined, '3 interests', '!Aisha'],
    ['which of em have no one on them', undefined, '3 interests', '!Aisha'],
  ],
  'a name is enough, and a name is as good as a pronoun': [
    ['jones', undefined, 'Which one do you mean?', 'Gareth Jones', 'Lucy Jones'],
    ['gareth', undefined, 'Interest AP-', 'Gareth Jones'],
    ['show all', 'filter', '4 interests'],
    ['what does lucy want', undefined, 'Lucy Jones', '!Ben'],
    ['which base is ben', undefined, 'Ben Carter works in'],
    ['whos after him', undefined, 'Gareth Jones'],
    ['lucy, is she a healthcare assistant', undefined, 'nursery nurse', '!Ben'],
    ['does ben work in kirkby', undefined, 'Ben Carter works in', '!Lucy'],
    ['is he band 4', undefined, 'Ben Carter is band 3.'],
    ['take that off, let me see who tom has', undefined, '3 interests', '!Aisha'],
    ['reviewed which of them', 'update-status', '!set to'],
  ],
  'one of a name by what they do, the one being no number': [
    ['jones', undefined, 'Which one do you mean?'],
    ['the nursery one', undefined, 'Interest AP-', 'Lucy Jones', '!Gareth'],
  ],
  'an order taken back in the same breath changes nothing': [
    ['show the list', 'review', '4 interests'],
    ['open 1', 'review', 'Aisha Khan'],
    ['mark her contacted, actually no forget it', 'update-status', 'Nothing was changed', '!set to'],
    ['stick a note on, try after six', 'review', 'try after six', '!on, try'],
    ['add a note', 'review', 'What is the note?'],
    ['ben, is he on nights', undefined, 'no note was added', 'Ben Carter'],
    ['undo that', 'update-status', 'the note is taken off'],
    ['undo that', 'update-status', 'There is nothing of yours to undo'],
  ],
  'several at once': [
    ['only the nights ones', 'filter', '2 interests'],
    ['assign both to me', 'review', 'Ben Carter, Gareth Jones'],
    ['move the last two on', 'update-status', 'Which status for Ben Carter', 'Gareth Jones'],
    ['reviewed', undefined, 'Set 2 interests to reviewed?'],
    ['yes', undefined, '2 interests set to reviewed'],
    ['turn gareth down', undefined, 'Gareth Jones', 'not progressing'],
  ],
}

describe('HR leans on what is on the table', () => {
  let bench: Bench
  let say: Talk
  beforeEach(async () => {
    bench = await reviewBench()
    say = talk(bench)
    for (const [i, person] of PEOPLE.entries()) await bench.put({ ...person, ...(i === 0 ? KNOWS : UNKNOWN) }, 20 - i)
  })
  afterEach(() => bench.stores.close())

  for (const [name, said] of Object.entries(CONVERSATIONS))
    it(name, async () => {
      for (const [text, action, ...wanted] of said) {
        const heard = await say(bench.helen, text, action ? { action } : {})
        for (const one of wanted)
          if (one.startsWith('!')) assert.notInclude(heard.text, one.slice(1), text)
          else assert.include(heard.text, one, text)
      }
    })

  it('reads nothing against a list for those who are not HR', async () => {
    const heard = await say({ ...bench.helen, role: 'staff' }, 'which ward')
    assert.notProperty(heard.memory.review ?? {}, 'did')
    assert.notEqual(heard.trace.action, 'review')
  })

  it('logs a field that was told as it logs an opening', async () => {
    await say(bench.helen, 'show the list', { action: 'review' })
    await say(bench.helen, 'what band is ben')
    const looks = await bench.audited('look')
    assert.isTrue(looks.some(({ what, interestIds }) => what === 'interest' && interestIds.length === 1))
  })

  it('keeps ids and choices alone, never the words of a note', async () => {
    await say(bench.helen, 'show the list', { action: 'review' })
    const { memory } = await say(bench.helen, 'note on number 1: left voicemail', { action: 'review' })
    assert.notInclude(JSON.stringify(memory), 'voicemail')
    assert.notInclude(JSON.stringify(memory), 'Aisha')
  })
})
