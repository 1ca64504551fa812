import { isOneOf } from './phrases.ts'

/** One word of a message, and what stands before it. */
export interface Token {
  /** As typed, with its inner apostrophes and hyphens. */
  text: string
  /** As it is compared: lower case, no apostrophes or dots, composed. */
  key: string
  start: number
  end: number
  /** A comma, a full stop, a line break or the like stands before it. */
  breaks: boolean
  /** A sentence begins with it. */
  opens: boolean
}

/** A run of tokens, the last not included. */
export interface Span {
  from: number
  to: number
}

/** A message as it is read: its words, and which of them have been understood already. */
export interface Message {
  text: string
  tokens: readonly Token[]
  taken: boolean[]
}

const WORD = /(?:[\p{L}]\.){2,}|\p{N}+(?:\.\p{N}+)+|[\p{L}\p{M}\p{N}]+(?:['-][\p{L}\p{M}\p{N}]+)*/gu
const HARD = /[,;!?\n()[\]{}<>|/&+=]|\s[-–—]+\s|[–—]|->/

/** A text with one kind of apostrophe and hyphen, of the same length. */
const plain = (text: string): string => text.replace(/[’‘`´ʼ]/g, "'").replace(/[‐‑]/g, '-')

/** A word as it is compared. */
export const keyOf = (word: string): string =>
  plain(word.normalize('NFC')).toLowerCase().replace(/'/g, '').replace(/\./g, '')

/** The words of a phrase as they are compared; a hyphen or a slash parts them. */
export const keysOf = (text: string): string[] =>
  plain(text)
    .split(/[\s/-]+/)
    .map(keyOf)
    .filter(Boolean)

/** Splits a message into words. A dot after an initial or a title breaks nothing. */
export function readMessage(text: string): Message {
  const flat = plain(text)
  const tokens: Token[] = []
  let before = 0
  for (const match of flat.matchAll(WORD)) {
    const start = match.index
    const end = start + match[0].length
    const gap = flat.slice(before, start)
    const last = tokens.at(-1)
    const short = last !== undefined && (/^\p{L}$/u.test(last.text) || isOneOf(last.key, 'dottedTitles'))
    const stops = /[.…](\s|$)/.test(gap) && !(short && /^\.\s?$/.test(gap))
    tokens.push({
      text: text.slice(start, end),
      key: keyOf(match[0]),
      start,
      end,
      breaks: tokens.length === 0 || stops || HARD.test(gap),
      opens: tokens.length === 0 || stops || /[!?\n;]/.test(gap),
    })
    before = end
  }
  return { text, tokens, taken: tokens.map(() => false) }
}

/** The words of a span as typed, with what stands between them. */
export const spanText = (message: Message, { from, to }: Span): string => {
  const first = message.tokens[from]
  const last = message.tokens[to - 1]
  return first && last ? message.text.slice(first.start, last.end).replace(/\s+/g, ' ') : ''
}

export const take = (message: Message, { from, to }: Span): void => {
  for (let i = from; i < to; i++) message.taken[i] = true
}

export const keyAt = (message: Message, at: number): string => message.tokens[at]?.key ?? ''

/** Whether nothing but a space stands between a token and the one before it. */
export const joins = (message: Message, at: number): boolean => at > 0 && message.tokens[at]?.breaks === false

/** The words of the same piece that stand before a token, at most so many. */
export const wordsBefore = (message: Message, at: number, most = 4): string => {
  let from = at
  while (from > 0 && joins(message, from) && from > at - most) from--
  return joined(message, { from, to: at })
}

/** Parts a message before each token of which something holds. */
export function splitBefore(message: Message, parts: (token: Token, at: number) => boolean): Span[] {
  const spans: Span[] = []
  message.tokens.forEach((token, i) => {
    const last = spans.at(-1)
    if (!last || parts(token, i)) spans.push({ from: i, to: i + 1 })
    else last.to = i + 1
  })
  return spans
}

/** The pieces of a message between commas, full stops and the like. */
export const pieces = (message: Message): Span[] => splitBefore(message, (token) => token.breaks)

/** What a reader finds from each free token on, in order; the tokens of what was found are passed over. */
export function findEach<T extends Span>(message: Message, read: (at: number) => T | undefined): T[] {
  const found: T[] = []
  for (let i = 0; i < message.tokens.length; i++) {
    const here = message.taken[i] ? undefined : read(i)
    if (!here) continue
    found.push(here)
    i = Math.max(i, here.to - 1)
  }
  return found
}

/** Where a run of words stands, as one key of single spaces: `line manager`. */
export const joined = (message: Message, { from, to }: Span): string =>
  message.tokens
    .slice(from, to)
    .map((token) => token.key)
    .join(' ')

/** All the words of a message from a token on, as one key. */
export const wordsFrom = (message: Message, from: number): string =>
  joined(message, { from, to: message.tokens.length })

/** Whether a token stands in one of these spans. */
export const within =
  (spans: readonly Span[]) =>
  (at: number): boolean =>
    spans.some(({ from, to }) => from <= at && at < to)
