/** As much of a message as is read, in characters. */
const LONGEST = 12_000
/** What is longer, without a space in it, is no word. */
const LONGEST_WORD = 40

/** Letters of other scripts, each before the Latin one that it is drawn like. */
const DRAWN_ALIKE =
  'аa еe оo рp сc уy хx іi јj ѕs һh ԁd ԛq ԝw ӏl кk мm тt нh вb АA ВB ЕE КK МM НH ОO РP СC ТT УY ХX ІI ЈJ ЅS ' +
  'αa οo ρp νv ιi κk τt υu χx ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX ' +
  'ɑa ɡg ɩi ᴀa ʙb ᴄc ᴅd ᴇe ꜰf ɢg ʜh ɪi ᴊj ᴋk ʟl ᴍm ɴn ᴏo ᴘp ʀr ꜱs ᴛt ᴜu ᴠv ᴡw ʏy ᴢz'
const alike = new Map(DRAWN_ALIKE.split(' ').map(([drawn = '', latin = '']) => [drawn, latin]))

const WORD = /[\p{L}\p{M}]+/gu
const OTHER_LETTER = /(?!\p{Script=Latin})\p{L}/u
const LATIN = /\p{Script=Latin}/u
/** Consonants side by side as no word has them. */
const MASHED = /[bcdfghjklmnpqrstvwxz]{5}/i
const RUN = /(\p{Script=Latin})\1{2,}/iu
const RUNS = /(\p{Script=Latin})\1{2,}/giu

/**
 * What can be read of a message: addresses, tags, marks that hide or pile up, and strings that no one reads are taken
 * away, letters that only look like ours are put right, and drawn-out words are shortened.
 * @param known whether a word in lower case is one that the content uses
 * @returns plain text, one space between words, lines kept; empty when there is nothing to read
 */
export function readable(message: string, known: (word: string) => boolean): string {
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
    .replace(WORD, (word) => shortened(inLatin(word), known))
    .replace(WORD, (word) => (MASHED.test(word) && !known(word.toLowerCase()) ? ' ' : word))
  const lone = LATIN.test(text)
    ? text.replace(/(?<!\p{L})\p{L}(?!\p{L})/gu, (letter) => alike.get(letter) ?? letter)
    : text
  return lone
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n\s*/g, '\n')
    .trim()
}

const isWord = (run: string): boolean => run.length <= LONGEST_WORD || !/^[\p{Script=Latin}\p{N}+/=_~-]+$/u.test(run)

/** A word in which scripts are mixed is meant to be read as Latin, where it can be. */
function inLatin(word: string): string {
  if (!OTHER_LETTER.test(word) && !/[ᴀ-ᴢɑɡɩʙɢʜɪʟɴʀʏꜰꜱ]/u.test(word)) return word
  const latin = Array.from(word, (letter) => alike.get(letter) ?? letter).join('')
  return OTHER_LETTER.test(latin) || (!LATIN.test(word) && word.length > 0) ? word : latin
}

/** `looong` becomes `long`, `freee` becomes `free`; a word that is written so, such as `iii`, stays. */
function shortened(word: string, known: (word: string) => boolean): string {
  if (!RUN.test(word) || known(word.toLowerCase())) return word
  const twice = word.replace(RUNS, '$1$1')
  return known(twice.toLowerCase()) ? twice : word.replace(RUNS, '$1')
}
