import { expect } from 'chai'
import { messageReader } from '../../../knowledge/answering/subjects/messageReader.ts'
import { loadKnowledge } from '../../../knowledge/content/load.ts'
import { termNormaliser } from '../../../knowledge/matching/text.ts'
import { SHIPPED } from '../../support/shippedFit.ts'

const knowledge = loadKnowledge(SHIPPED)
const { subjects, orders, aspects } = knowledge.subjects
const inTerms = termNormaliser(knowledge.language)
const readMessage = messageReader(knowledge)
const read = (message: string) => readMessage(inTerms(message))

describe('the subjects and aspects that ship', () => {
  it('are each read from all of their own phrases, and from nothing else', () => {
    const names = subjects.flatMap(({ id, names }) =>
      names.map((name) => ({ phrase: name, id, read: read(name).named })),
    )
    const asks = aspects.flatMap(({ id, asks }) => asks.map((ask) => ({ phrase: ask, id, read: read(ask).aspects })))
    expect([...names, ...asks].filter((one) => one.read.join() !== one.id)).to.deep.equal([])
  })

  it('are each told by an entry', () => {
    const entries = [...knowledge.entries.values()]
    const told = new Set(entries.flatMap(({ subject, aspect }) => [...subject, ...aspect]))
    expect([...subjects, ...aspects].map(({ id }) => id).filter((id) => !told.has(id))).to.deep.equal([])
  })

  it('are no part of themselves, and in no order twice', () => {
    const wholeOf = new Map(subjects.map(({ id, partOf }) => [id, partOf]))
    for (const { id } of subjects) {
      const above: string[] = []
      for (let one = wholeOf.get(id); one !== undefined && !above.includes(one); one = wholeOf.get(one)) above.push(one)
      expect(above, id).not.to.include(id)
    }
    for (const order of orders) expect(new Set(order).size).to.equal(order.length)
  })

  const rows: [message: string, named: string, aspects: string, other: string][] = [
    ['whose idea was that', '', 'behind', ''],
    ['who was on it', '', 'members', ''],
    ['who would know', 'contacts', '', ''],
    ['how long does that bit take', '', 'how-long', ''],
    ['by when', '', 'deadline', ''],
    ['how come', '', 'why', ''],
    ['could we see that', '', 'copy', ''],
    ['is it paid', '', 'pay', ''],
    ['who pays for that', '', 'cost', ''],
    ['what did they come up with', '', 'result', ''],
    ['was anyone asked about it', '', 'consulted', ''],
    ['like what', '', 'example', ''],
    ['then what', '', 'next', ''],
    ['what happens before that', '', 'before', ''],
    ['are they still there', '', 'now', ''],
    ['did any drop out', '', 'leavers', ''],
    ['how long is the uni day', 'university-day', 'how-long', ''],
    ['who set up the working group', 'working-group', 'behind', ''],
    ['when does the advert go out', 'advert', 'when', ''],
    ['is the course for elderly care', 'degree', '', 'elderli car'],
    ['i can bring my own car', 'driving', '', 'bring'],
  ]
  for (const [message, named, asked, other] of rows)
    it(`“${message}” is read as ${named || 'what is on the table'}, ${asked || 'no aspect'}`, () => {
      const { rest, ...found } = read(message)
      expect([found.named.join(' '), found.aspects[0] ?? '', rest.join(' ')]).to.deep.equal([named, asked, other])
    })
})
