import { assert } from 'chai'
import { figuresOnTable, figuresTold, tell } from '../../../../knowledge/answering/figures/figuresOnTable.ts'
import { readFigures } from '../../../../knowledge/answering/figures/readFigures.ts'
import { type Figure, latest, put } from '../../../../knowledge/answering/table.ts'

const FIGURES: Figure[] = [
  { id: 'qualified', label: 'Qualified', count: 31, asOf: '2014-01' },
  { id: 'second-year', label: 'In their second year', count: 7, asOf: '2014-01' },
  { id: 'first-year', label: 'In their first year', count: 5, asOf: '2014-01' },
]
const told = (...ids: string[]): Figure[] => FIGURES.map((one) => (ids.includes(one.id) ? { ...one, told: true } : one))
const TRAINEES = told('second-year', 'first-year')

/** The figures that were told, then what is said and heard in turn. */
const CONVERSATIONS: [was: Figure[], turns: [said: string, heard: RegExp][]][] = [
  [
    FIGURES,
    [
      [
        'and if all the 2nd yrs pass',
        /^\*\*31 \+ 7 = 38 qualified, if all 7 .*nobody leaves\.\*\*.*sum is mine; it is not p/,
      ],
      ['then the ones behind them too', /^\*\*31 \+ 7 \+ 5 = 43 qualified, if all 12 in training/],
      ['whats that up by, percent', /^\*\*About 39% more: 12 on top of 31 makes 43/],
      ['and is that todays numbers', /^\*\*No\. .*beginning of 2014\.\*\* I hold nothing newer/],
    ],
  ],
  [
    told('qualified'),
    [
      ['half of what we have then?', /^\*\*No, more than half: 31 of 43, about 72%/],
      ['and the rest?', /^\*\*The rest were 7 .* and 5 .*\*\* 7 \+ 5 = 12 in training/],
      ['so how many in training all together', /^\*\*7 \+ 5 = 12 in training/],
      ['as a share of everyone', /^\*\*About 28%: 12 of 43/],
    ],
  ],
  [
    FIGURES,
    [
      ['so its shrinking', /^\*\*I cannot say: two years do not make a trend.*7 − 5 = 2/],
      ['ok total?', /^\*\*31 \+ 7 \+ 5 = 43 all together|^\*\*7 \+ 5 = 12/],
    ],
  ],
  [told('second-year'), [['same for first years', /^\*\*At the beginning of 2014, 5 were in their first year/]]],
  [TRAINEES, [['thats both years?', /^\*\*Yes: 7 in their second year and 5 in their first year/]]],
  [TRAINEES, [['is that everyone', /^\*\*No: .*31 qualified/]]],
  [TRAINEES, [['with the qualified, altogether?', /31 \+ 7 \+ 5 = 43/]]],
  [told('qualified'), [['does that include first years', /^\*\*No: that is 31 qualified\.\*\* There are 5 /]]],
  [FIGURES, [['thats more than 40 right?', /^\*\*Yes: there were 43 all together, more than 40/]]],
  [FIGURES, [['is it less than 40', /^\*\*No: there were 43/]]],
  [FIGURES, [['so 43 then', /^\*\*Yes: 43/]]],
  [FIGURES, [['so theres 12 in training', /^\*\*Yes: 12 in training/]]],
  [told('qualified'), [['still 31?', /^\*\*It was 31 qualified then\.\*\* .*nothing newer/]]],
  [told('qualified'), [['whats 31 and 7', /^\*\*31 \+ 7 = 38/]]],
  [FIGURES, [['without the first years', /^\*\*31 \+ 7 = 38/]]],
  [told('qualified'), [['do the 31 include trainees', /^\*\*No: that is 31 qualified/]]],
  [told('qualified'), [['isnt it 40', /^\*\*No, not 40: there were 31 qualified/]]],
  [
    told('qualified'),
    [['so could be 40 by now', /^\*\*I cannot say what it is now: .*31 qualified.*if .*31 \+ 7 \+ 5 = 43/i]],
  ],
  [told('qualified'), [['whats that as a percentage', /^\*\*About 72%: 31 of 43/]]],
  [FIGURES, [['what percent of trainees are first years', /^\*\*About 42%: 5 of 12 in training/]]],
  [FIGURES, [['percentages?', /31 qualified \(about 72%\).*7 .*16%.*5 .*12%/]]],
  [FIGURES, [['ratio of trained to trainees', /^\*\*31 to 12: about 2\.6/]]],
  [FIGURES, [['are there more second years than first years', /^\*\*Yes: 2 more/]]],
  [FIGURES, [['how many more qualified than trainees', /^\*\*19 more were qualified than in training: 31 − 12 = 19/]]],
  [FIGURES, [['what if 2 of them drop out', /31 \+ 10 = 41 qualified, if 10 of the 12 in training qualify/]]],
  [FIGURES, [['what if half fail', /31 \+ 6 = 37/]]],
  [FIGURES, [['most are qualified then', /^\*\*Yes: 31 of 43/]]],
  [
    told('second-year'),
    [
      ['first years', /5 were in their first year/],
      ['both', /^\*\*7 \+ 5 = 12 in training/],
      ['those two as a % of everyone', /^\*\*About 28%: 12 of 43/],
      ['plus the qualified', /^\*\*31 \+ 7 \+ 5 = 43/],
      ['just the two of them', /^\*\*7 \+ 5 = 12/],
    ],
  ],
  [
    told('qualified'),
    [
      ['and second years', /7 were in their second year/],
      ['add them up', /^\*\*31 \+ 7 = 38/],
    ],
  ],
  [
    told('qualified'),
    [
      ['and in training', /12 in training/],
      ['which is bigger', /^\*\*19 more were qualified/],
      ['by how much', /31 − 12 = 19/],
    ],
  ],
  [
    told('qualified'),
    [
      ['if the seven finish this july', /^\*\*31 \+ 7 = 38 qualified, if all 7/],
      ['then the yr 1s a year later', /^\*\*31 \+ 7 \+ 5 = 43 qualified/],
      ['so thats how many more', /^\*\*About 39% more: 12 on top of 31/],
    ],
  ],
  [FIGURES, [['once all of yr 2 get thru', /^\*\*31 \+ 7 = 38 qualified/]]],
  [FIGURES, [['if nobody drops out what do we end up with', /^\*\*31 \+ 7 \+ 5 = 43 qualified/]]],
  [TRAINEES, [['suppose a quarter pack it in', /^\*\*12 − 3 = 9 left in training.*31 \+ 9 = 40 qualified/]]],
  [TRAINEES, [['one in three quit, how many remain', /^\*\*12 − 4 = 8 left in training/]]],
  [TRAINEES, [['with a 50 percent loss', /^\*\*12 − 6 = 6 left in training/]]],
  [told('qualified'), [['if 5 of the qualified left', /^\*\*31 − 5 = 26 left qualified, if 5 of the 31 leave/]]],
  [TRAINEES, [['minus 3', /^\*\*12 − 3 = 9, from 12 in training/]]],
  [told('second-year'), [['if half of them drop out', /That part of 7 is between 3 and 4\. 31 \+ 4 = 35/]]],
  [
    FIGURES,
    [
      ['is the first yr down on the one before', /^\*\*Yes: 2 fewer .*7 − 5 = 2\.\*\* Two years do not make a trend/],
      ['by what percentage', /^\*\*About 29% fewer in their first year: 5, against 7/],
      ['whats behind that', /^\*\*What is published does not say why/],
    ],
  ],
  [FIGURES, [['has the second year shrunk on the other one', /^\*\*No: 2 fewer were in their first year/]]],
  [FIGURES, [['of which 12 are trainees', /^\*\*Yes: 12 in training/]]],
  ...(
    [
      ['up on last year?', /any other year/],
      ['which site', /team, service or place/],
      ['how many are we short', /how many are needed/],
      ['and by band?', /split by band/],
      ['how many left', /have left or dropped out/],
      ['any men?', /such as age, sex or job/],
      ['average per year', /no average to give/],
      ['who are they', /who the people in these numbers are/],
      ['is that wte', /whole-time posts/],
      ['how does that compare with other trusts', /anywhere else/],
      ['better or worse than similar hospitals', /anywhere else/],
      ['are we ahead of everyone else', /anywhere else/],
      ['how come', /why these numbers are as they are/],
      ['why so few first years', /why these numbers are as they are/],
      ['is that a normal drop out', /have left or dropped out/],
      ['and thats all in childrens', /team, service or place/],
    ] satisfies [string, RegExp][]
  ).map(([said, unsaid]): [Figure[], [string, RegExp][]] => [
    FIGURES,
    [[said, new RegExp(`^\\*\\*What is published does not say .*${unsaid.source}.*31 were qualified`)]],
  ]),
]

/** What counts nothing, though figures were told. */
const OTHERS = [
  'how long is the course',
  'who runs it',
  'when do they finish',
  'what happens if i fail',
  'what if they fail the course',
  'did a third of them fail',
  'why did we start this programme',
  'why was the role set up',
  'what happens when they leave us',
  'how many days a week is it',
  'is it full time',
  'how old do you have to be',
  'can i apply',
  'what do first years do',
  'are they paid',
  'where is the uni',
  'how many places are there',
  'thanks',
  'so roughly 3 in 4 pass',
  '',
  '31 days'.repeat(400),
]

describe('A message that leans on figures', () => {
  for (const [was, turns] of CONVERSATIONS)
    it(turns.map(([said]) => said).join(' · '), () => {
      let figures: readonly Figure[] = was
      for (const [said, heard] of turns) {
        const read = readFigures(said, figures)
        assert.match(read?.say ?? '', heard, said)
        assert.isAtLeast(read?.evidence ?? 0, 0.8, said)
        figures = latest(tell([{ kind: 'figures', figures }], read?.figures ?? []), 'figures')?.figures ?? []
      }
    })

  for (const said of OTHERS)
    it(`counts nothing for “${said.slice(0, 40)}”`, () =>
      assert.isBelow(readFigures(said, FIGURES)?.evidence ?? 0, 0.6))

  it('says that figures are of different dates', () => {
    const [qualified, ...years] = FIGURES
    const newer = [{ ...(qualified as Figure), count: 40, asOf: '2015-03-02' }, ...years]
    assert.match(
      readFigures('altogether?', newer)?.say ?? '',
      /40 \+ 7 \+ 5 = 52 .*different dates: On 2 March 2015, 40/,
    )
    assert.notMatch(readFigures('is that right now', newer)?.say ?? '', /^\*\*(Yes|No)/)
  })

  it('gives nothing where no figures are held', () => assert.isUndefined(readFigures('altogether?', [])))

  it('leans less on figures that lie deeper', () => {
    const figures = { kind: 'figures' as const, figures: FIGURES }
    const top = put([], figures)
    const under = put(put(top, { kind: 'subject', id: 'length' }), { kind: 'subject', id: 'bands' })
    const deep = ['pay', 'uniform', 'parking'].reduce((table, id) => put(table, { kind: 'subject', id }), under)
    const at = (table: typeof top) => figuresOnTable('altogether?', table)?.evidence ?? 0
    assert.isAbove(at(top), at(under))
    assert.isAbove(at(under), at(deep))
    assert.equal(at(deep), 0)
  })

  it('puts the figures of an entry on the table', () => {
    const figures = FIGURES.map(({ id: stage, ...figure }) => ({ stage, ...figure }))
    assert.deepEqual(figuresTold({ figures: ['qualified'] }, { figures }), told('qualified'))
    assert.isEmpty(figuresTold({ figures: [] }, { figures }))
  })
})
