import type { TrainingSet } from '../../../../knowledge/matching/trainingSet.ts'

export type Content = Omit<TrainingSet, 'normalise'>

/** The same numbers each time: a test that fails must fail again. */
const numbers = (seed: number) => () => {
  seed = (seed * 1664525 + 1013904223) % 2 ** 32
  return seed / 2 ** 32
}

const OPENINGS = 'how,what,when,where,who,can i,do we,is there,tell me,i want,please say,does anyone know'.split(',')
const ENDINGS = 'please,today,for us,at work,this year,in the team,on the ward,again,then,really'.split(',')
const SYLLABLES = 'ba,ce,di,fo,gu,ka,le,mi,no,pu,ra,se,ti,vo,zu'.split(',')

/** Phrasings of some subjects: each subject has words of its own and shares the rest with all. */
export function phrasingsOf(subjects: readonly number[], each: number): Map<string, string[]> {
  return new Map(
    subjects.map((subject) => {
      const next = numbers(1000 + subject)
      const pick = (list: readonly string[]) => list[Math.floor(next() * list.length)] as string
      const own = Array.from({ length: 6 }, () => pick(SYLLABLES) + pick(SYLLABLES) + pick(SYLLABLES))
      const texts = Array.from({ length: each }, () => `${pick(OPENINGS)} ${pick(own)} ${pick(own)} ${pick(ENDINGS)}`)
      return [`subject-${subject}`, [...new Set(texts)]]
    }),
  )
}

export const contentOf = (by: ReadonlyMap<string, readonly string[]>): Content => ({
  classes: [...by.keys()].map((id) => ({ id, kind: 'answer' })),
  texts: [...by.values()].flat(),
  labels: [...by.values()].flatMap((texts, label) => texts.map(() => label)),
})

/** A vector for a text, from its letters: near texts get near vectors. */
export function vectorOf(text: string): Float32Array {
  const out = new Float32Array(24)
  for (let i = 0; i + 1 < text.length; i++) {
    const at = (text.charCodeAt(i) * 31 + text.charCodeAt(i + 1)) % out.length
    out[at] = (out[at] as number) + 1
  }
  return out
}
