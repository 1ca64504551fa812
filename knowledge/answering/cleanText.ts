/** Characters of a message that are read. */
const LONGEST = 12_000
/** Characters of the longest word; a longer run without a space is no word. */
const LONGEST_WORD = 40

/** Homoglyphs: letters of other scripts, each before the Latin one that it looks like. */
const HOMOGLYPHS =
  'аa еe оo рp сc уy хx іi јj ѕs һh ԁd ԛq ԝw ӏl кk мm тt нh вb АA ВB ЕE КK МM НH ОO РP СC ТT УY ХX ІI ЈJ ЅS ' +
  'αa οo ρp νv ιi κk τt υu χx ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX ' +
  'ɑa ɡg ɩi ᴀa ʙb ᴄc ᴅd ᴇe ꜰf ɢg ʜh ɪi ᴊj ᴋk ʟl ᴍm ɴn ᴏo ᴘp ʀr ꜱs ᴛt ᴜu ᴠv ᴡw ʏy ᴢz'
const latinOf = new Map(HOMOGLYPHS.split(' ').map(([letter = '', latin = '']) => [letter, latin]))

const WORD = /[\p{L}\p{M}]+/gu
const OTHER_LETTER = /(?!\p{Script=Latin})\p{L}/u
const LATIN = /\p{Script=Latin}/u
/** More consonants in a row than a word has: a mashed keyboard. */
const MASHED = /[bcdfghjklmnpqrstvwxz]{5}/i
const RUN = /(\p{Script=Latin})\1{2,}/iu
const RUNS = /(\p{Script=Latin})\1{2,}/giu

/**
 * Cleans a message: drops addresses, tags, invisible characters, piled-up accents and encoded strings, replaces
 * homoglyphs by Latin letters, and shortens drawn-out words.
 * @param isKnown whether a word in lower case is in the vocabulary
 * @returns plain text, one space between words, lines kept; empty when no text is left
 */
export function cleanText(message: string, isKnown: (word: string) => boolean): string {
  const text = message
    .slice(0, LONGEST)
    .replace(/\[([^\]]{0,500})\]\([^)]{0,2000}\)/g, '$1')
    .replace(/\b(?:https?:\/\/|www\.)\S+/gi, ' ')
    .replace(/<[/!]?[a-z][^<>]{0,500}>/gi, ' ')
    .replace(/&(?:nbsp|amp|quot|lt|gt|#\d{1,6});/gi, ' ')
    .replace(/\p{Cf}|\p{Co}|\p{Cn}|\p{Cs}|\uFE0E|\uFE0F|(?!\n)\p{Cc}/gu, (mark) =>
      mark === '\t' || mark === '\r' ? ' ' : '',
    )
    .normalize('NFKC')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .replace(/\S+/g, (run) => (isWord(run) ? run : ' '))
    .replace(WORD, (word) => shortened(inLatin(word), isKnown))
    .replace(WORD, (word) => (MASHED.test(word) && !isKnown(word.toLowerCase()) ? ' ' : word))
  const latin = LATIN.test(text)
    ? text.replace(/(?<!\p{L})\p{L}(?!\p{L})/gu, (letter) => latinOf.get(letter) ?? letter)
    : text
  return latin
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n\s*/g, '\n')
    .trim()
}

/** Whether a text has a word in it; a lone letter or number is none, but `b3` is one. */
export const hasWords = (text: string): boolean => /\p{L}{2}|[\p{L}\p{M}]{2}|\p{Script=Han}|\p{L} ?\d/u.test(text)

/** The words that the first emoji or other sign in a message stands for. */
export const emojiWords = (message: string, signs: Readonly<Record<string, string>>): string | undefined =>
  Array.from(message)
    .map((sign) => signs[sign])
    .find((words) => words !== undefined)

const isWord = (run: string): boolean => run.length <= LONGEST_WORD || !/^[\p{Script=Latin}\p{N}+/=_~-]+$/u.test(run)

/** A word of mixed scripts in Latin letters, where all of its letters have a Latin homoglyph. */
function inLatin(word: string): string {
  if (!OTHER_LETTER.test(word) && !/[ᴀ-ᴢɑɡɩʙɢʜɪʟɴʀʏꜰꜱ]/u.test(word)) return word
  const latin = Array.from(word, (letter) => latinOf.get(letter) ?? letter).join('')
  return OTHER_LETTER.test(latin) || (!LATIN.test(word) && word.length > 0) ? word : latin
}

/** A word without its drawn-out letters: `looong` becomes `long`, `freee` becomes `free`; a known one, such as `iii`, stays. */
function shortened(word: string, isKnown: (word: string) => boolean): string {
  if (!RUN.test(word) || isKnown(word.toLowerCase())) return word
  const twice = word.replace(RUNS, '$1$1')
  return isKnown(twice.toLowerCase()) ? twice : word.replace(RUNS, '$1')
}
