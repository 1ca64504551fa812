import type { Knowledge } from '../../knowledge/content/knowledge.ts'

const MASKS: readonly [RegExp, string][] = [
  [/https?:\/\/\S+/gi, '[link]'],
  [/\S+@\S+\.\S+/g, '[e-mail]'],
  [/\b(?:AP-[0-9A-Z]{4}-[0-9A-Z]{2})\b/gi, '[reference]'],
  [/\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b/gi, '[postcode]'],
  [/\+?\d[\d\s()-]{5,}\d/g, '[number]'],
  [
    /\b\d{1,4}[a-z]?\s+(?:[\p{Lu}][\p{L}'’-]*\s+){1,3}(?:road|street|lane|avenue|close|drive|way|court|place|rd|st|ave|ln)\b/giu,
    '[address]',
  ],
  [/\b\d{3,}\b/g, '[number]'],
]

const TITLES = '(?:mr|mrs|ms|miss|mx|dr|prof|sister|matron|nurse)\\.?'
const NAME = "\\p{Lu}[\\p{L}'’-]+"
const INTRODUCED = new RegExp(
  `\\b((?:my|his|her|their) name(?:'s| is)?|i am|i'm|im|this is|called|named|${TITLES})\\s+(${NAME}(?:\\s+${NAME}){0,3})`,
  'giu',
)
const CAPITALISED = new RegExp(`(?<=\\S\\s)${NAME}(?:\\s+${NAME})*`, 'gu')
const YEAR = /\b(?:19|20)\d{2}\b/g

/**
 * Takes from a question what could tell who asked it or who it is about: links, addresses of every kind, references,
 * long numbers and names. What the content itself names (the trust, its contacts, its places) stays, as do years.
 * @param known every word that the content uses with a capital, in lower case
 */
export function masker(known: ReadonlySet<string>): (text: string) => string {
  const hide = (name: string): string =>
    name
      .split(/\s+/)
      .map((word) => (known.has(word.toLowerCase().replace(/['’]s$/, '')) ? word : '[name]'))
      .join(' ')
      .replace(/\[name\](?:\s+\[name\])+/g, '[name]')
  return (text) => {
    const years: string[] = []
    const kept = text.replace(YEAR, (year) => `\uE000${years.push(year) - 1}\uE000`)
    return MASKS.reduce((masked, [pattern, mask]) => masked.replace(pattern, mask), kept)
      .replace(INTRODUCED, (_, before: string, name: string) => `${before} ${hide(name)}`)
      .replace(CAPITALISED, hide)
      .replace(/\uE000(\d+)\uE000/g, (_, i: string) => years[Number(i)] ?? '')
      .slice(0, 500)
  }
}

/** Every word that the content writes with a capital: what a question may name without telling who asked it. */
export function knownNames({ entries, programme }: Pick<Knowledge, 'entries' | 'programme'>): Set<string> {
  const texts = [...entries.values()].flatMap(({ question, body }) => [question, body])
  const names = [programme.trust.name, programme.trust.shortName, ...programme.contacts.map(({ name }) => name)]
  return new Set(
    [...texts, ...names].flatMap((text) => text.match(/\p{Lu}[\p{L}'’-]*/gu) ?? []).map((word) => word.toLowerCase()),
  )
}
