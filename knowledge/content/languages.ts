import * as z from 'zod'

const text = z.string().trim().min(1)
const script = text.refine((name) => {
  try {
    return Boolean(new RegExp(`\\p{Script=${name}}`, 'u'))
  } catch {
    return false
  }
}, 'write the name of a script as Unicode does, such as Latin or Arabic')

/** A language that the bot does not answer in: how to tell it, and what to say in it. */
const language = z.strictObject({
  code: text,
  name: text,
  script,
  /** Small words of it, one each. Those that are English too tell nothing and are left out of account. */
  words: z.array(text.regex(/^\S+$/, 'give one word at a time')).default([]),
  /** Letters that tell it from the other languages of its script. */
  letters: z.string().default(''),
  /** That the bot can only read English. */
  reply: text,
  /** Whom to call when somebody is in danger. */
  danger: text,
  /** By the id of a signpost: words and phrases that lead to it. */
  urgent: z.record(z.string(), z.array(text)).default({}),
})
export type OtherLanguage = z.infer<typeof language>

/** What is said to a message that cannot be read as English. Without the file it is said in English alone. */
export const languages = z.strictObject({
  inEnglish: text.default('I can only read English. Please ask again in short, simple English.'),
  noWords: text.default('I can only read words, and I found none in that. Please ask me in a few words.'),
  /** Words of English that the entries may not happen to use, with spaces between them. */
  english: z.string().default(''),
  languages: z.array(language).default([]),
})
export type Languages = z.infer<typeof languages>
