import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect } from 'chai'
import { tokens } from '../../knowledge/matching/text.ts'
import { readConversations, readQuestions } from './questions.ts'

const ROOT = path.join(import.meta.dirname, '..', '..')
/** A shorter one is what anybody says, such as "how long is it". */
const WORDS = 4

/** What a line holds, without its list mark or the name of its field. */
const held = (line: string): string => tokens(line.replace(/^\s*(?:- |question: )/, '')).join(' ')

/** Where each line of the content stands. */
const lines = new Map<string, string[]>()
for (const file of globSync('knowledge/**/*.{md,yaml}', { cwd: ROOT }))
  for (const [i, line] of readFileSync(path.join(ROOT, file), 'utf8').split('\n').entries()) {
    const words = held(line)
    lines.set(words, [...(lines.get(words) ?? []), `${file}:${i + 1}`])
  }

const places = (text: string): string[] => {
  const words = tokens(text)
  return words.length < WORDS ? [] : (lines.get(words.join(' ')) ?? [])
}

const texts = (file: string): { id: string; text: string }[] =>
  /conversations\.jsonl$/i.test(file)
    ? readConversations(path.join(import.meta.dirname, file)).flatMap(({ id, turns }) =>
        turns.map(({ user }, n) => ({ id: `${id}#${n + 1}`, text: user })),
      )
    : readQuestions(path.join(import.meta.dirname, file))

describe('the evaluation', () => {
  for (const file of globSync('*.jsonl', { cwd: import.meta.dirname }).sort()) {
    it(`measures what nobody wrote into the knowledge: ${file}`, () => {
      const all = texts(file)
      expect(all).not.to.have.length(0)
      const found = all.flatMap(({ id, text }) => places(text).map((at) => `${at} holds ${id} “${text}”`))
      expect(found, 'Say it in other words there: a question that is in the knowledge measures nothing').to.deep.equal(
        [],
      )
    })
  }
})
