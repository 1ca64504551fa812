import type { Message } from './tokens.ts'

const ADDRESS = /[\p{L}\p{N}%+][\p{L}\p{N}._%+'-]*@[\p{L}\p{N}](?:[\p{L}\p{N}.-]*[\p{L}\p{N}])?\.\p{L}{2,}/gu

/** The e-mail addresses of a text, in its order. */
export const emailsIn = (text: string): { email: string; start: number; end: number }[] =>
  [...text.matchAll(ADDRESS)].map(({ 0: email, index }) => ({ email, start: index, end: index + email.length }))

/**
 * The person's own address in a message: the last that is not another's.
 * @param others names whose addresses are not the person's own, such as their manager's
 */
export function readEmail(message: Message, others: readonly string[]): string | undefined {
  const found = emailsIn(message.text).filter(({ email, start }) => {
    const lead = message.text.slice(0, start).toLowerCase()
    if (/\b(not|instead of|rather than)\s+$/.test(lead)) return false
    if (/\b(manager|boss|leader)('s|s)?( e-?mail)?( address)?( is)?:?\s*$/.test(lead)) return false
    const local = email.toLowerCase().split('@')[0] ?? ''
    return !others.some((name) => {
      const parts = name
        .toLowerCase()
        .split(/[^\p{L}]+/u)
        .filter((part) => part.length > 1)
      return parts.length > 1 && parts.every((part) => local.includes(part))
    })
  })
  return found.at(-1)?.email
}
