import { assert } from 'chai'
import { isOneOf, says } from '../../dialogs/reading/phrases.ts'
import { english } from '../../knowledge/content/english.ts'
import { sourcesOf } from '../support/sources.ts'

const NAMED = /'(\w+)'/g
const WITHIN = /<(\w+)>/g

describe('The lists of English', () => {
  const sources = sourcesOf('dialogs/**/*.ts', 'knowledge/**/*.ts').filter(({ text }) =>
    /(phrases|figuresMessage)\.ts'/.test(text),
  )
  const named = new Set([
    ...sources.flatMap(({ text }) => [...text.matchAll(NAMED)].map(([, name]) => name)),
    ...Object.values(english).flatMap((list) =>
      list.flatMap((phrase) => [...phrase.matchAll(WITHIN)].map(([, name]) => name)),
    ),
  ])
  it('are all used', () => {
    const unused = Object.keys(english).filter((list) => !named.has(list))
    assert.deepEqual(unused, [])
  })
  it('are there under every name that is looked for', () => {
    const called = /\b(?:says|beginsWith|endsWith|isOneOf|phrase|words|anyOf|placeIn)\((?:[^'\n]*, )?'(\w+)'\)/g
    const lists = sources.flatMap(({ text }) => [...text.matchAll(called)].map(([, name = '']) => name))
    assert.isAbove(lists.length, 100)
    assert.deepEqual(
      lists.filter((list) => !(list in english)),
      [],
    )
  })
  it('are read as whole words, with their choices and what may be missing', () => {
    const rows: [text: string, list: string, said: boolean][] = [
      ['is she the line manager', 'mentionsBoss', true],
      ['is it manageable', 'mentionsBoss', false],
      ['dont let my manager know', 'managerAgainst', true],
      ['how has it changed', 'askHistory', true],
      ['the trending ones', 'askHistory', false],
      ['historically', 'askHistory', true],
    ]
    for (const [text, list, said] of rows) assert.equal(says(text, list), said, text)
    assert.isTrue(isOneOf('sept', 'months'))
    assert.isFalse(isOneOf('septic', 'months'))
  })
  it('throws for a list that is not there', () => {
    assert.throws(() => says('yes', 'nowhere'), 'knowledge/english.yaml has no list named nowhere')
  })
})
