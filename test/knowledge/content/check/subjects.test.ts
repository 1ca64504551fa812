import { expect } from 'chai'
import { checkContent } from '../../../../knowledge/content/check/index.ts'
import { faultLine } from '../../../../knowledge/content/fault.ts'
import { clean, entry, removeFolders } from '../support/folder.ts'

const SUBJECTS = [
  'subjects:',
  '  - { id: course, name: the course, names: [course, the programme] }',
  '  - id: week',
  '    name: the week',
  '    names: [weekly pattern]',
  '    partOf: course',
  'orders:',
  '  - [week, course]',
  'aspects:',
  '  - id: how-long',
  '    unsaid: how long {it} {takes|take}',
  '    asks: [how long, how long does it take]',
  '  - id: who',
  '    unsaid: who is behind {it}',
  '    asks: [who, whose idea was it]',
].join('\n')

const about = (id: string, lines = 'subject: course\naspect: [how-long]'): string =>
  entry(id).replace('kind: answer', `kind: answer\n${lines}`)
const check = (subjects: string | undefined, a: string) =>
  checkContent(
    clean({ 'entries/length.md': about('length'), 'entries/a.md': a, 'subjects.yaml': subjects }),
    new Date('2026-01-15'),
  )
const faults = (subjects: string | undefined, a: string): string[] => check(subjects, a).faults.map(faultLine)

describe('the check of subjects and aspects', () => {
  after(removeFolders)

  const rows: [what: string, subjects: string, entry: string, faults: RegExp[]][] = [
    ['what fits', SUBJECTS, about('a'), []],
    [
      'ids of an entry that are none',
      SUBJECTS,
      about('a', 'subject: cuorse\naspect: [how-long, why]'),
      [/^kb\/entries\/a\.md:4: No subject is called cuorse\./, /^kb\/entries\/a\.md:5: No aspect is called why\./],
    ],
    [
      'a whole that is none',
      SUBJECTS.replace('partOf: course', 'partOf: year'),
      about('a'),
      [/^kb\/subjects\.yaml:6: No subject is called year/],
    ],
    [
      'an order of what is none',
      SUBJECTS.replace('[week, course]', '[week, year]'),
      about('a'),
      [/^kb\/subjects\.yaml:8: No subject is called year/],
    ],
    [
      'one id for two',
      SUBJECTS.replace('id: who', 'id: how-long'),
      about('a'),
      [/^kb\/subjects\.yaml:13: The id how-long is used twice/],
    ],
    [
      'one way of asking for two aspects, in other forms of its words',
      SUBJECTS.replace('whose idea was it', 'How long does it takes?'),
      about('a'),
      [/^kb\/subjects\.yaml:15: "How long does it takes\?" of the aspect who is the aspect how-long's as well\./],
    ],
    [
      'a name that asks',
      SUBJECTS.replace('weekly pattern', 'how long'),
      about('a'),
      [/"how long" of the aspect how-long is the subject week's as well/],
    ],
    [
      'a sentence with a brace too many',
      SUBJECTS.replace('{takes|take}', '{takes}'),
      about('a'),
      [/^kb\/subjects\.yaml:11: .*between braces/],
    ],
  ]
  for (const [what, subjects, text, wanted] of rows)
    it(`finds ${what}`, () => {
      const found = faults(subjects, text)
      expect(found).to.have.length(wanted.length)
      for (const [i, pattern] of wanted.entries()) expect(found[i]).to.match(pattern)
    })

  it('warns of an answer that is about nothing, where there are subjects', () => {
    const warned = check(SUBJECTS, entry('a')).warnings.map(faultLine)
    expect(warned).to.have.length(1)
    expect(warned[0]).to.match(/^kb\/entries\/a\.md:3: The entry names no subject/)
    expect(checkContent(clean(), new Date('2026-01-15')).warnings).to.deep.equal([])
  })
})
