import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect } from 'chai'
import { tokens } from '../../knowledge/matching/text.ts'
import { readConversations, readQuestions } from './questions.ts'

const ROOT = path.join(import.meta.dirname, '..', '..')
/** A shorter one is what anybody says, such as "how long is it". */
const WORDS = 4

/** Where each run of that many words stands, with the rest of its line; no run goes over the end of a line. */
const runs = new Map<string, { at: string; rest: string }[]>()
for (const file of globSync('knowledge/**/*.{md,yaml}', { cwd: ROOT })) {
  for (const [i, line] of readFileSync(path.join(ROOT, file), 'utf8').split('\n').entries()) {
    const words = tokens(line)
    for (let w = 0; w + WORDS <= words.length; w++) {
      const run = words.slice(w, w + WORDS).join(' ')
      runs.set(run, [...(runs.get(run) ?? []), { at: `${file}:${i + 1}`, rest: `${words.slice(w).join(' ')} ` }])
    }
  }
}

const places = (text: string): string[] => {
  const words = tokens(text)
  const whole = `${words.join(' ')} `
  const found = runs.get(words.slice(0, WORDS).join(' ')) ?? []
  return words.length < WORDS ? [] : found.filter(({ rest }) => rest.startsWith(whole)).map(({ at }) => at)
}

const texts = (file: string): { id: string; text: string }[] =>
  file === 'conversations.jsonl'
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
