import type { Knowledge } from '../content/knowledge.ts'
import type { OtherLanguage } from '../content/languages.ts'
import { tokens } from '../matching/text.ts'

/** What of a message is English, and which language the rest is in, as far as that can be told. */
export interface Read {
  /** The part to answer; empty when there is none. */
  english: string
  /** What to say when there is none, in that language and in English; empty when no word tells what the message is in. */
  say: string
}

/** A word of danger in another language: the signpost that it leads to, with what that language says before it. */
export interface Alarm {
  entry: string
  before: string
}

export interface LanguageReader {
  /** Whether the content or plain English uses this word in lower case. */
  known(word: string): boolean
  alarm(text: string): Alarm | undefined
  read(text: string): Read
}

/** Words of another language shorter than this, taken together, are as likely initials. */
const ENOUGH = 4
/** What a word that nobody knows counts, beside one of another language. */
const UNKNOWN = 0.5
/** So many words of which not one is English are not English. */
const STRANGE = 3

const LETTERS = /\p{L}/gu
const LATIN = /\p{Script=Latin}/u
const OTHER_WORDS = /(?:(?!\p{Script=Latin})[\p{L}\p{M}])+/gu
const PART = /(?<=[.?!;,:])\s+|\n+|\s+[-–—]+\s+/

/** A word without its accents, since many leave them out. */
const folded = (word: string): string =>
  LATIN.test(word)
    ? word
        .normalize('NFD')
        .replace(/\p{M}/gu, '')
        .replaceAll('ł', 'l')
        .replaceAll('ı', 'i')
        .replaceAll('đ', 'd')
        .replaceAll('ß', 'ss')
    : word

interface Known {
  language: OtherLanguage
  words: ReadonlySet<string>
  urgent: readonly { entry: string; phrase: string }[]
}

/**
 * Tells English from what is not, by counting words: those that the content uses against those of other languages.
 * A detector trained on character runs takes one short English message in 200 for another language; this takes none.
 */
export function languageReader(knowledge: Knowledge): LanguageReader {
  const { languages, inEnglish } = knowledge.languages
  const english = englishOf(knowledge)
  const all: Known[] = languages.map((language) => ({
    language,
    words: new Set(language.words.map((word) => folded(tokens(word).join(''))).filter((word) => !english.has(word))),
    urgent: Object.entries(language.urgent).flatMap(([entry, phrases]) =>
      phrases
        .map((phrase) => tokens(phrase).map(folded).join(' '))
        .filter((phrase) => !english.has(phrase))
        .map((phrase) => ({ entry, phrase })),
    ),
  }))
  const latin = all.filter(({ language }) => language.script === 'Latin')
  const byWord = gathered(latin.flatMap((known) => [...known.words].map((word) => [word, known] as const)))
  const byLetter = gathered(
    latin.flatMap((known) => Array.from(known.language.letters, (letter) => [letter, known] as const)),
  )

  /** The Latin languages that a word may be of; none when it is English. */
  const languagesOf = (word: string): ReadonlySet<Known> =>
    english.has(folded(word))
      ? new Set()
      : new Set([...(byWord.get(folded(word)) ?? []), ...Array.from(word).flatMap((one) => byLetter.get(one) ?? [])])

  /** The Latin language with most words in a text, and these words. */
  const guess = (words: readonly string[]): { known?: Known; hits: readonly string[] } => {
    const found = gathered(words.flatMap((word) => [...languagesOf(word)].map((known) => [known, word] as const)))
    const [first, ...others] = [...found].sort(([a], [b]) => latin.indexOf(a) - latin.indexOf(b))
    if (!first) return { hits: [] }
    const [known, hits] = others.reduce((best, other) => (other[1].length > best[1].length ? other : best), first)
    return { known, hits }
  }

  const isForeign = (words: readonly string[]): boolean => {
    const { hits } = guess(words)
    const known = words.filter((word) => english.has(folded(word))).length
    const unknown = words.length - known - hits.length
    return hits.join('').length >= ENOUGH && hits.length + UNKNOWN * unknown > known
  }

  /** The language of the script that most letters are of, by its words and the letters that it alone has. */
  const ofScript = (text: string): OtherLanguage | undefined => {
    const words = tokens(text)
    const letters = Array.from(text)
    return all
      .filter(
        ({ language: { script } }) =>
          (text.match(new RegExp(`\\p{Script=${script}}`, 'gu'))?.length ?? 0) * 2 > lettersIn(text),
      )
      .map((known) => ({
        language: known.language,
        hits:
          letters.filter((letter) => known.language.letters.includes(letter)).length +
          words.filter((word) => known.words.has(word)).length,
      }))
      .sort((a, b) => b.hits - a.hits)[0]?.language
  }

  const told = (language: OtherLanguage | undefined): string =>
    language
      ? `**${language.reply}** ${language.danger}\n\n${inEnglish}`
      : `**${inEnglish.replace(/(?<=[.])\s/, '** ')}`

  return {
    known: (word) => english.has(folded(word)),
    alarm(text) {
      const words = ` ${tokens(text).map(folded).join(' ')} `
      for (const { language, urgent } of all)
        for (const { entry, phrase } of urgent)
          if (knowledge.entries.has(entry) && words.includes(LATIN.test(phrase) ? ` ${phrase} ` : phrase))
            return { entry, before: `**${language.danger}**\n\n${language.reply}` }
      return undefined
    },
    read(text) {
      const rest = text.replace(OTHER_WORDS, ' ')
      const others = lettersIn(text) - lettersIn(rest)
      const parts = rest.split(PART).map((part) => ({ part, words: wordsOf(part) }))
      const ours = parts.filter(({ words }) => !isForeign(words))
      const words = ours.flatMap((one) => one.words)
      const known = words.filter((word) => english.has(folded(word))).length
      const mixed = others > 0 || ours.length < parts.length
      if (mixed ? known > 1 && known * 2 >= words.length : known > 0 || words.length < STRANGE)
        return { english: (mixed ? ours.map(({ part }) => part).join(' ') : text).trim(), say: '' }
      if (!mixed) return { english: '', say: '' }
      return {
        english: '',
        say: told(others * 2 > lettersIn(text) ? ofScript(text) : guess(wordsOf(rest)).known?.language),
      }
    },
  }
}

/** The values of each key, in their order. */
function gathered<K, V>(pairs: readonly (readonly [K, V])[]): Map<K, V[]> {
  const found = new Map<K, V[]>()
  for (const [key, value] of pairs) found.set(key, [...(found.get(key) ?? []), value])
  return found
}

const lettersIn = (text: string): number => text.match(LETTERS)?.length ?? 0
const wordsOf = (text: string): string[] => tokens(text).filter((word) => !/^\d+$/.test(word))

/** Every word that the content uses, and those of plain English that it lists. A greeting may be in another language. */
function englishOf({ entries, intents, language, languages, programme }: Knowledge): ReadonlySet<string> {
  const others = new Set(languages.languages.flatMap(({ words }) => words.map(folded)))
  const wordsIn = (texts: readonly string[]) => texts.flatMap((text) => tokens(text).map(folded))
  const told = [...entries.values()].filter(({ kind }) => kind !== 'smalltalk')
  const small = [...entries.values()].filter(({ kind }) => kind === 'smalltalk')
  const texts = [
    ...told.flatMap(({ question, phrasings, body }) => [question, ...phrasings, body]),
    ...[...intents.values()].flatMap(({ phrasings }) => phrasings),
    ...language.terms.flatMap(({ term, variants }) => [term, ...variants]),
    ...language.fillers,
    languages.english,
    programme.trust.name,
    programme.programme.name,
    ...programme.contacts.flatMap(({ name, jobTitle }) => [name, jobTitle]),
  ]
  return new Set([
    ...wordsIn(texts),
    ...wordsIn(small.flatMap(({ phrasings, body }) => [...phrasings, body])).filter((word) => !others.has(word)),
  ])
}
