import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { stringify } from 'yaml'

export type Labelled = readonly [text: string, intent: string]

/** A public question set: each text with its intent; out-of-scope texts, where the set has them, belong to none. */
export interface PublicSet {
  train: readonly Labelled[]
  test: readonly Labelled[]
  oos_test: readonly Labelled[]
}

export const readPublicSet = (file: string): PublicSet => {
  const { train = [], test = [], oos_test = [] } = JSON.parse(readFileSync(file, 'utf8')) as Partial<PublicSet>
  return { train, test, oos_test }
}

/** The texts of each intent, in the order of the set; the first `k` of each when it is given. */
export function byIntent(train: readonly Labelled[], k = Number.POSITIVE_INFINITY): Map<string, string[]> {
  const intents = new Map<string, string[]>()
  for (const [text, intent] of train) {
    const texts = intents.get(intent) ?? []
    if (texts.length < k) intents.set(intent, [...texts, text])
  }
  return intents
}

/** An intent's name as an entry's id: `Refund_not_showing_up` becomes `refund-not-showing-up`. */
const slug = (intent: string): string =>
  intent
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '') || 'intent'

/** Each intent's entry id. Two that would be one get a number. */
export function idsOf(intents: Iterable<string>): Map<string, string> {
  const ids = new Map<string, string>()
  const taken = new Set<string>()
  for (const intent of intents) {
    let id = slug(intent)
    for (let n = 2; taken.has(id); n++) id = `${slug(intent)}-${n}`
    taken.add(id)
    ids.set(intent, id)
  }
  return ids
}

/**
 * Writes a folder of knowledge that holds one answer for each intent, its phrasings the intent's texts; nothing else.
 * @returns the folder, in a place for temporary files: whoever asked for it takes it away
 */
export function writeKnowledge(
  texts: ReadonlyMap<string, readonly string[]>,
  ids: ReadonlyMap<string, string>,
): string {
  const dir = mkdtempSync(path.join(tmpdir(), 'public-set-'))
  mkdirSync(path.join(dir, 'entries'))
  for (const [intent, phrasings] of texts) {
    const id = ids.get(intent) as string
    const head = {
      id,
      kind: 'answer',
      topic: 'public',
      question: phrasings[0],
      phrasings,
      source: 'public-set',
      section: 'train',
      asOf: '2020',
      owner: 'nobody',
      reviewBy: '2099-12-31',
    }
    writeFileSync(path.join(dir, 'entries', `${id}.md`), `---\n${stringify(head)}---\n**${id}**\n`)
  }
  return dir
}
