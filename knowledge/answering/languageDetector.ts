import type { Knowledge } from '../content/knowledge.ts'
import type { OtherLanguage } from '../content/languages.ts'
import { tokens } from '../matching/text.ts'

/** The English of a message, or the reply to one that has none. */
interface Detection {
  /** The part to answer; empty when there is none. */
  english: string
  /** The reply when there is none, in the message's language and in English; empty when its language is not known. */
  say: string
}

/** A danger told in another language. */
interface ForeignDanger {
  /** The id of its signpost. */
  entry: string
  /** What comes before the signpost, in that language. */
  before: string
}

export interface LanguageDetector {
  /** Whether a word in lower case is in the English vocabulary. */
  isEnglish(word: string): boolean
  danger(text: string): ForeignDanger | undefined
  detect(text: string): Detection
}

/** Letters that the words of another language must have together; fewer are as likely initials. */
const MIN_LETTERS = 4
/** The weight of an unknown word as evidence of another language. */
const UNKNOWN_WEIGHT = 0.5
/** Words from which a text without one English word is not English. */
const NOT_ENGLISH = 3

const LETTERS = /\p{L}/gu
const LATIN = /\p{Script=Latin}/u
const NON_LATIN = /(?:(?!\p{Script=Latin})[\p{L}\p{M}])+/gu
const CLAUSE_END = /(?<=[.?!;,:])\s+|\n+|\s+[-–—]+\s+/

/** A word without its accents, which many writers leave out. */
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

interface Vocabulary {
  language: OtherLanguage
  words: ReadonlySet<string>
  urgent: readonly { entry: string; phrase: string }[]
}

/**
 * Detects the language of a message by counting words: those of the content's English against those of other languages.
 * A detector trained on character n-grams takes one short English message in 200 for another language; this takes none.
 */
export function languageDetector(knowledge: Knowledge): LanguageDetector {
  const { languages, inEnglish } = knowledge.languages
  const english = englishVocabulary(knowledge)
  const all: Vocabulary[] = languages.map((language) => ({
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
  const byWord = grouped(latin.flatMap((one) => [...one.words].map((word) => [word, one] as const)))
  const byLetter = grouped(latin.flatMap((one) => Array.from(one.language.letters, (letter) => [letter, one] as const)))

  /** The languages in Latin script that a word may belong to; none when it is English. */
  const languagesOf = (word: string): ReadonlySet<Vocabulary> =>
    english.has(folded(word))
      ? new Set()
      : new Set([...(byWord.get(folded(word)) ?? []), ...Array.from(word).flatMap((one) => byLetter.get(one) ?? [])])

  /** The language in Latin script with the most words among these, and the words. */
  const guess = (words: readonly string[]): { vocabulary?: Vocabulary; hits: readonly string[] } => {
    const found = grouped(words.flatMap((word) => [...languagesOf(word)].map((one) => [one, word] as const)))
    const [first, ...others] = [...found].sort(([a], [b]) => latin.indexOf(a) - latin.indexOf(b))
    if (!first) return { hits: [] }
    const [vocabulary, hits] = others.reduce((best, other) => (other[1].length > best[1].length ? other : best), first)
    return { vocabulary, hits }
  }

  const isForeign = (words: readonly string[]): boolean => {
    const { hits } = guess(words)
    const known = words.filter((word) => english.has(folded(word))).length
    const unknown = words.length - known - hits.length
    return hits.join('').length >= MIN_LETTERS && hits.length + UNKNOWN_WEIGHT * unknown > known
  }

  /** The likeliest language of the script of most letters, by its words and its own letters. */
  const ofScript = (text: string): OtherLanguage | undefined => {
    const words = tokens(text)
    const letters = Array.from(text)
    return all
      .filter(
        ({ language: { script } }) =>
          (text.match(new RegExp(`\\p{Script=${script}}`, 'gu'))?.length ?? 0) * 2 > lettersIn(text),
      )
      .map(({ language, words: vocabulary }) => ({
        language,
        hits:
          letters.filter((letter) => language.letters.includes(letter)).length +
          words.filter((word) => vocabulary.has(word)).length,
      }))
      .sort((a, b) => b.hits - a.hits)[0]?.language
  }

  const onlyEnglishReply = (language: OtherLanguage | undefined): string =>
    language
      ? `**${language.reply}** ${language.danger}\n\n${inEnglish}`
      : `**${inEnglish.replace(/(?<=[.])\s/, '** ')}`

  return {
    isEnglish: (word) => english.has(folded(word)),
    danger(text) {
      const words = ` ${tokens(text).map(folded).join(' ')} `
      for (const { language, urgent } of all)
        for (const { entry, phrase } of urgent)
          if (knowledge.entries.has(entry) && words.includes(LATIN.test(phrase) ? ` ${phrase} ` : phrase))
            return { entry, before: `**${language.danger}**\n\n${language.reply}` }
      return undefined
    },
    detect(text) {
      const rest = text.replace(NON_LATIN, ' ')
      const others = lettersIn(text) - lettersIn(rest)
      const parts = rest.split(CLAUSE_END).map((part) => ({ part, words: wordsOf(part) }))
      const englishParts = parts.filter(({ words }) => !isForeign(words))
      const words = englishParts.flatMap((one) => one.words)
      const known = words.filter((word) => english.has(folded(word))).length
      const mixed = others > 0 || englishParts.length < parts.length
      if (mixed ? known > 1 && known * 2 >= words.length : known > 0 || words.length < NOT_ENGLISH)
        return { english: (mixed ? englishParts.map(({ part }) => part).join(' ') : text).trim(), say: '' }
      if (!mixed) return { english: '', say: '' }
      return {
        english: '',
        say: onlyEnglishReply(
          others * 2 > lettersIn(text) ? ofScript(text) : guess(wordsOf(rest)).vocabulary?.language,
        ),
      }
    },
  }
}

/** The values of each key, in their order. */
function grouped<K, V>(pairs: readonly (readonly [K, V])[]): Map<K, V[]> {
  const found = new Map<K, V[]>()
  for (const [key, value] of pairs) found.set(key, [...(found.get(key) ?? []), value])
  return found
}

const lettersIn = (text: string): number => text.match(LETTERS)?.length ?? 0
const wordsOf = (text: string): string[] => tokens(text).filter((word) => !/^\d+$/.test(word))

/** Every word of the content and of its list of plain English. Smalltalk's words count unless another language has them. */
function englishVocabulary({ entries, intents, language, languages, programme }: Knowledge): ReadonlySet<string> {
  const others = new Set(languages.languages.flatMap(({ words }) => words.map(folded)))
  const wordsIn = (texts: readonly string[]) => texts.flatMap((text) => tokens(text).map(folded))
  const factual = [...entries.values()].filter(({ kind }) => kind !== 'smalltalk')
  const smalltalk = [...entries.values()].filter(({ kind }) => kind === 'smalltalk')
  const texts = [
    ...factual.flatMap(({ question, phrasings, body }) => [question, ...phrasings, body]),
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
    ...wordsIn(smalltalk.flatMap(({ phrasings, body }) => [...phrasings, body])).filter((word) => !others.has(word)),
  ])
}
