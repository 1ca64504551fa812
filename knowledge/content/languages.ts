import * as z from 'zod'

const text = z.string().trim().min(1)
const script = text.refine((name) => {
  try {
    return Boolean(new RegExp(`\\p{Script=${name}}`, 'u'))
  } catch {
    return false
  }
}, 'write the name of a script as Unicode does, such as Latin or Arabic')

/** A language that the bot detects and cannot answer in, with its replies. */
const language = z.strictObject({
  code: text,
  name: text,
  script,
  /** Common words of the language. Those that are English too are ignored. */
  words: z.array(text.regex(/^\S+$/, 'give one word at a time')).default([]),
  /** Letters that no other language of its script has. */
  letters: z.string().default(''),
  /** The reply that the bot can only read English. */
  reply: text,
  /** Whom to call when somebody is in danger. */
  danger: text,
  /** By the id of a signpost, the words and phrases of danger that lead to it. */
  urgent: z.record(z.string(), z.array(text)).default({}),
})
export type OtherLanguage = z.infer<typeof language>

/** The replies to a message that is not in English. Without the file there are those in English alone. */
export const languages = z.strictObject({
  inEnglish: text.default('I can only read English. Please ask again in short, simple English.'),
  noWords: text.default('I can only read words, and I found none in that. Please ask me in a few words.'),
  /** Words of English that the entries may not happen to use, with spaces between them. */
  english: z.string().default(''),
  languages: z.array(language).default([]),
})
export type Languages = z.infer<typeof languages>
