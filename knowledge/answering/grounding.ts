import { type Sentence, sentenceOf, sentencesIn } from './groundingSentences.ts'
import { unsupportedReason } from './groundingSupport.ts'
import { isContent, isFigure, QUANTIFIERS, wordsIn } from './groundingWords.ts'
import type { ModelEntry } from './languageModel.ts'

type Grounding = { kind: 'grounded' } | { kind: 'doubtful'; why: string }

const MOST = { characters: 700, sentences: 5 }
/** Anything but plain words: links, addresses, markup, letters that look like others. */
const FOREIGN = /https?:|www\.|\S@\S|\.(?:com|org|net|uk)\b|[<>{}|`#*_\\]|\]\(|\d{5,}|[?!]|[^\x20-\x7Eé–—‘’“”]/i
/** A verdict or a promise to a person. */
const VERDICT =
  /\b(?:eligible|ineligible|entitled|guaranteed?|you (?:do )?(?:not )?qualify|you(?:'ll| will| would| should| must| might| may| could)|your place|(?:you|anyone|everyone|everybody) (?:can|cannot|can't) (?:apply|join|register|get|do))\b/i
const OPENER = /^\s*(yes|no)\s*[,.;:–—-]\s*/i

/**
 * Holds what a model wrote against the entries that it cites, in code: each sentence must be said, as a whole, by one
 * sentence of an entry it cites, down to its figures, names, bands, "not"s and "only"s. On any doubt it fails.
 * @param entries in the order of their `[n]`
 */
export function ground(
  text: string,
  { question, entries }: { question: string; entries: readonly ModelEntry[] },
): Grounding {
  const doubtful = (why: string): Grounding => ({ kind: 'doubtful', why })
  if (text.length > MOST.characters) return doubtful('it is too long')
  if (FOREIGN.test(text)) return doubtful('it holds more than plain words')
  if (VERDICT.test(text)) return doubtful('it says what a person may expect')
  const opener = OPENER.exec(text)?.[1]?.toLowerCase()
  const sentences = sentencesIn(text.replace(OPENER, ''))
  if (sentences.length === 0 || sentences.length > MOST.sentences) return doubtful('it has no sentence, or too many')
  const grounds = entries.map(({ answer }) => sentencesIn(answer).map(sentenceOf))
  const support: Sentence[] = []
  for (const sentence of sentences) {
    const cited = [...sentence.matchAll(/\[(\d+)\]/g)].map(([, n]) => grounds[Number(n) - 1])
    if (cited.length === 0 || cited.includes(undefined)) return doubtful('a sentence has no source')
    const found = supportOf(sentence, cited as Sentence[][])
    if (typeof found === 'string') return doubtful(found)
    support.push(...found)
  }
  const passed = support.find(({ words }) =>
    isOver(
      words.map(({ form }) => form),
      grounds,
      support,
    ),
  )
  if (passed && !/\bpassed\b/.test(text)) return doubtful('a date that has passed is not said to have passed')
  if (opener) {
    const why = opener === 'yes' ? doubtOfYes(question, support) : doubtOfNo(question, support, grounds.flat())
    if (why) return doubtful(why)
  }
  return { kind: 'grounded' }
}

/** The sentences of the entries that say it: of the whole, or of each of the statements that it joins. */
function supportOf(sentence: string, cited: readonly (readonly Sentence[])[]): Sentence[] | string {
  const whole = oneThatSays(sentenceOf(sentence), cited)
  if (typeof whole !== 'string') return [whole]
  const pieces = statementsIn(sentence)
  if (pieces.length < 2) return whole
  const found = pieces.map((piece) => oneThatSays(sentenceOf(piece), cited))
  return found.find((one) => typeof one === 'string') === undefined ? (found as Sentence[]) : whole
}

function oneThatSays(answer: Sentence, cited: readonly (readonly Sentence[])[]): Sentence | string {
  if (!answer.words.some((word) => isContent(word) || isFigure(word))) return 'it says nothing'
  let nearest = 'nothing says so'
  let least = Number.POSITIVE_INFINITY
  for (const entry of cited)
    for (const [i, sentence] of entry.entries()) {
      const why = unsupportedReason(answer, { sentence, before: entry[i - 1], entry })
      if (why === undefined) return sentence
      const stems = new Set(sentence.words.map(({ stem }) => stem))
      const missing = answer.words.filter((word) => isContent(word) && !stems.has(word.stem)).length
      if (missing < least) [nearest, least] = [why, missing]
    }
  return nearest
}

const VERB =
  /\b(?:is|are|was|were|has|have|had|will|can|takes?|works?|gives?|names?|says?|comes?|supports?|builds?|lasts?|covers?)\b/i

/** The statements that a sentence joins: each with a verb of its own, or what one has "with" it. */
const statementsIn = (sentence: string): string[] => {
  const pieces = sentence
    .replace(/\[\d+\]/g, '')
    .split(/\s*(?:[;:]|,?\s+(?:and|but|so)(?=\s+(?:it|they|there|each|the|that|this|these|in)\b)|,?\s+(?=with\b))\s*/)
    .filter(Boolean)
  return pieces.every((piece, i) => VERB.test(piece) || (i > 0 && /^with\b/.test(piece) && !/\p{Lu}/u.test(piece)))
    ? pieces
    : [sentence]
}

/** Whether the entry says, there or right after, that the date in the sentence has passed. */
function isOver(
  forms: readonly string[],
  grounds: readonly (readonly Sentence[])[],
  support: readonly Sentence[],
): boolean {
  const key = forms.join(' ')
  return grounds.some((entry) =>
    entry.some((sentence, i) => {
      if (!support.includes(sentence) || sentence.words.map(({ form }) => form).join(' ') !== key) return false
      const dated = sentence.figures.some(({ stem }) => /^20\d\d$/.test(stem))
      return dated && [sentence, entry[i + 1]].some((one) => one?.words.some(({ form }) => form === 'passed'))
    }),
  )
}

const TAG =
  /,?\s*(?:isn't it|is it not|doesn't it|don't they|aren't they|innit|right|yeah|yes|no|correct|is that right)\s*\?*\s*$/i

/** "Yes" stands only where the entries say all that is asked, and nothing in the question is denied or weighed. */
function doubtOfYes(question: string, support: readonly Sentence[]): string | undefined {
  const asked = wordsIn(question.replace(TAG, ''))
  const weighed = asked.some(({ form, kind }) => kind === 'negation' || form === 'or')
  if (weighed || support.some(({ units }) => units.some(({ negative }) => negative))) return '“yes” is not plain'
  const said = new Set(support.flatMap(({ words }) => words.map(({ stem }) => stem)))
  const more = asked.find((word) => (isContent(word) || isFigure(word)) && !said.has(word.stem))
  return more && `“yes” would grant “${more.form}”`
}

/** "No" stands only where the question has a figure that the entries do not, of something that they count otherwise. */
function doubtOfNo(question: string, support: readonly Sentence[], all: readonly Sentence[]): string | undefined {
  const asked = sentenceOf(question.replace(TAG, ''))
  if (asked.words.some(({ kind, stem, form }) => kind === 'negation' || QUANTIFIERS.has(stem) || form === 'or'))
    return '“no” is not plain'
  const known = new Set(all.flatMap(({ figures }) => figures.map(({ stem }) => stem)))
  const wrong = asked.figures.filter(({ stem }) => !known.has(stem))
  const countedOtherwise = wrong.some(({ after: [unit] }) =>
    support.some(({ figures }) => unit !== undefined && figures.some(({ after }) => after.includes(unit))),
  )
  return countedOtherwise ? undefined : '“no” is not plain'
}
