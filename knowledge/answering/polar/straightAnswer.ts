import type { Claim } from '../../content/claims.ts'
import type { Entry, Knowledge } from '../../content/knowledge.ts'
import { termNormaliser } from '../../matching/text.ts'
import { assertionIn } from './assertion.ts'
import { claimReader, valuesOf } from './claimReader.ts'
import { numbersIn } from './numbersIn.ts'
import { type Verdict, verdictOn } from './verdict.ts'

interface Reader {
  claim: Claim
  home: Entry
  read: ReturnType<typeof claimReader>
}

interface Held {
  verdict: Verdict
  /** Whose claim decided; none where several are all true. */
  reader?: Reader
}

/**
 * Makes the straight answer to a message from the typed facts of the entry that was found for it.
 * @returns message, entry → the sentence that begins the reply ("Yes.", "No, it is seven trusts.", "Both."), or undefined when the
 *   message expects none, speaks of the person who asks, or says anything that no claim of the entry tells of
 */
export function straightAnswers(knowledge: Knowledge): (message: string, entry: Entry) => string | undefined {
  const rewrite = termNormaliser(knowledge.language)
  const all: Reader[] = [...knowledge.entries.values()].flatMap((home) =>
    home.claims.map((claim) => ({ claim, home, read: claimReader(claim, rewrite) })),
  )
  const readersOf = (entry: Entry): Reader[] => [
    ...all.filter(({ home }) => home === entry),
    ...all.filter(
      ({ home, claim }) =>
        home !== entry &&
        (entry.facts.includes(claim.about) || (entry.kind === 'not-stated' && entry.related.includes(home.id))),
    ),
  ]

  return (message, entry) => {
    const assertion = assertionIn(message, rewrite)
    if (!assertion) return undefined
    const readers = readersOf(entry).filter(({ claim }) => !(claim.entry && assertion.personal))
    if (assertion.alternatives) return assertion.negative ? undefined : chosen(assertion.words, readers, entry)
    const held = heldIn(assertion.words, readers)
    if (!held) return undefined
    const { verdict, reader } = held
    if (assertion.premise && verdict !== 'false' && verdict !== 'partly') return undefined
    if (verdict === 'unsaid' && entry.kind === 'not-stated') return undefined
    const first = (assertion.negative ? DENIED : OPENINGS)[verdict]
    return first && `${first}${verdict !== 'unsaid' && reader ? factOf(reader, entry) : '.'}`
  }
}

/** The verdict on the whole of what is said; of several parts, the first that is not true. */
function heldIn(words: readonly string[], readers: readonly Reader[]): Held | undefined {
  const whole = heldAgainst(words, readers)
  if (whole) return whole
  const parts = partsOf(words)
  if (parts.length < 2) return undefined
  const held = parts.map((part) => heldAgainst(part, readers))
  if (!held.every((one) => one !== undefined)) return undefined
  return held.find(({ verdict }) => verdict !== 'true') ?? { verdict: 'true' }
}

function heldAgainst(words: readonly string[], readers: readonly Reader[]): Held | undefined {
  for (const reader of readers) {
    const said = reader.read(words)
    const verdict = said && verdictOn(reader.claim, said)
    if (verdict) return { verdict, reader }
  }
  return undefined
}

/** The parts of what is said: at each "and" or "but", else before each number after the first. */
function partsOf(words: readonly string[]): string[][] {
  const cut = (at: readonly number[], drop: number): string[][] =>
    [0, ...at]
      .map((from, i) => words.slice(from === 0 ? 0 : from + drop, at[i] ?? words.length))
      .filter(({ length }) => length > 0)
  const joints = words.flatMap((word, i) => (/^(and|but|plus|then)$/.test(word) && i > 0 ? [i] : []))
  return joints.length > 0
    ? cut(joints, 1)
    : cut(
        numbersIn(words)
          .slice(1)
          .map(({ at }) => at[0] ?? 0),
        0,
      )
}

const OPENINGS: Readonly<Record<Verdict, string>> = {
  true: 'Yes',
  false: 'No',
  partly: 'Not quite',
  unsaid: 'What is published does not say so',
}
/** After something denied a yes or a no could be taken either way. */
const DENIED: Readonly<Partial<Record<Verdict, string>>> = { true: 'That is not right', false: 'That is right' }

/** The fact in a sentence, unless the answer begins with it. */
const factOf = ({ claim, home }: Reader, entry: Entry): string =>
  claim.say ? `, ${claim.say}.` : home === entry ? '.' : `. ${home.shortAnswer}`

/** Which of the things offered it is: both, neither, or the one, which the fact names. */
function chosen(words: readonly string[], readers: readonly Reader[], entry: Entry): string | undefined {
  const offered = words.map((word) => (word === 'or' ? 'and' : word))
  for (const reader of readers) {
    const { claim, read } = reader
    const said = read(offered)
    const values = valuesOf(claim)
    if (!said || said.date || said.compares || claim.range || values.length === 0) continue
    const right = said.numbers.length > 0 ? said.numbers.filter((n) => values.includes(n)).length : said.mine.length
    const wrong = said.numbers.length > 0 ? said.numbers.length - right : said.others
    if (right + wrong < 2 || (wrong > 0 && claim.open)) continue
    const fact = factOf(reader, entry).replace(/^, /, '').replace(/^\. ?/, '')
    if (right > 1) return wrong > 0 ? undefined : `Both${factOf(reader, entry)}`
    if (right === 0) return `Neither${factOf(reader, entry)}`
    return fact ? fact.charAt(0).toUpperCase() + fact.slice(1) : undefined
  }
  return undefined
}
