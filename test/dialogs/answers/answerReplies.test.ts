import { expect } from 'chai'
import { factReply, plainerReply } from '../../../dialogs/answers/answerReplies.ts'
import { heardFrom } from '../../../dialogs/answers/heard.ts'
import type { Entry } from '../../../knowledge/content/knowledge.ts'
import { loadKnowledge } from '../../../knowledge/content/load.ts'
import { SHIPPED } from '../../support/shippedFit.ts'

const knowledge = loadKnowledge(SHIPPED)
const entryOf = (id: string): Entry => {
  const entry = knowledge.entries.get(id)
  if (!entry) throw new Error(`No entry ${id}`)
  return entry
}
const spoken = (...ids: string[]) => ({ table: ids.map((id) => ({ kind: 'subject' as const, id })) })

describe('a reply about an entry', () => {
  it('is said again in the plainer words that the entry gives, with its source', () => {
    const { text, citations } = plainerReply(entryOf('length'), knowledge, heardFrom(spoken('length'), knowledge))
    expect(text).to.equal(`${entryOf('length').plainer} [1]\n\n_Same page, January 2014._`)
    expect(citations).to.have.length(1)
  })

  it('is said again in its first sentence where it gives none', () => {
    const { text } = plainerReply(entryOf('band-2'), knowledge, heardFrom({}, knowledge))
    expect(text).to.match(/^\*\*What is published does not say whether Band 2 staff can apply\.\*\* \[1\]\n\n_Source: /)
  })

  it('names the source in full after that of another page', () => {
    const other = { ...entryOf('award'), id: 'other', source: 'another-page' } as Entry
    const both = { ...knowledge, entries: new Map([...knowledge.entries, ['other', other]]) }
    const reply = (...ids: string[]) => factReply(entryOf('length'), both, heardFrom(spoken(...ids), both)).text
    expect(reply('award', 'other')).to.include('_Same page')
    expect(reply('other', 'award')).to.include('_Source: ')
    expect(reply('assessment-centre/how-long', 'award')).to.include('_Same page')
  })

  it('offers beside a silence what is published, and never more than three things', () => {
    for (const entry of knowledge.entries.values()) {
      if (entry.kind !== 'answer' && entry.kind !== 'not-stated') continue
      const { suggestions = [] } = factReply(entry, knowledge, heardFrom(spoken(...entry.related.slice(1)), knowledge))
      expect(suggestions.length, entry.id).to.be.within(2, 3)
      for (const told of entry.related.slice(1)) expect(suggestions, entry.id).not.to.include(entryOf(told).question)
    }
  })
})
