const SHORTEST = 4
const VOWEL = /[aeiouy]/

/**
 * Stems an English word by the first steps of Porter's algorithm (An algorithm for suffix stripping, 1980): plural, -ing,
 * -ed, and final -e and -y. Its further steps gain nothing here.
 * @param word in lower case; one with a digit, or of up to 3 letters, is not stemmed
 */
export function stem(word: string): string {
  if (word.length < SHORTEST || /\d/.test(word)) return word
  const one = singular(word)
  const ending = one.endsWith('ing') ? 3 : one.endsWith('ed') ? 2 : 0
  const base = one.slice(0, one.length - ending)
  const verb = ending > 0 && base.length >= 3 && VOWEL.test(base)
  const root = verb ? base.replace(/([^lsz])\1$/, '$1') : one
  if (root.length < SHORTEST) return root
  return root.endsWith('e') ? root.slice(0, -1) : root.replace(/y$/, 'i')
}

function singular(word: string): string {
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`
  return /(ss|us|is)$/.test(word) ? word : word.replace(/s$/, '')
}
