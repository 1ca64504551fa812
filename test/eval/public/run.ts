import { globSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { measurePublic, type PublicRow } from './measurePublic.ts'
import { readPublicSet } from './publicSet.ts'

const PEERS = path.join(import.meta.dirname, '..', 'peers.json')
const LOST_SHOWN = 5

export interface Peers {
  note: string
  /** What each system is and where its figures are from. */
  systems: Record<string, string>
  sets: Record<string, { title: string; rows: { system: string; top1: number; at80?: number }[] }>
}

export const readPeers = (): Peers => JSON.parse(readFileSync(PEERS, 'utf8'))

export interface PublicOptions {
  /** Names of the sets to run, their files without `.json`; all of the folder when there are none. */
  sets: readonly string[] | undefined
  /** How many texts of each intent to train on, the first ones; all when it is not given. */
  k: string | undefined
  /** A file for everything that was measured. */
  json: string | undefined
  say: (text: string) => void
}

/**
 * Measures each set of a folder with sentence vectors and without, its peers' published figures beside it.
 * @throws Error when the folder holds no such set, or `k` is no count
 */
export async function runPublic(dir: string, { sets, k, json, say }: PublicOptions): Promise<void> {
  const files = globSync('*.json', { cwd: dir }).sort()
  const names = files.map((file) => path.basename(file, '.json')).filter((name) => sets?.includes(name) ?? true)
  if (names.length === 0) throw new Error(`${dir} holds no ${sets ? `set named ${sets.join(' or ')}` : 'sets'}`)
  if (k !== undefined && !/^[1-9]\d*$/.test(k)) throw new Error(`--k is a count of phrasings an intent, not ${k}`)
  const peers = readPeers()
  const measured: Record<string, Record<'words' | 'vectors', PublicRow>> = {}
  say(`${COLUMNS}\n`)
  for (const name of names) {
    const set = readPublicSet(path.join(dir, `${name}.json`))
    const few = k === undefined ? {} : { k: Number(k) }
    const words = await measurePublic(set, { vectors: false, ...few })
    const vectors = await measurePublic(set, { vectors: true, ...few })
    measured[name] = { words, vectors }
    say(publicTable(name, measured[name], k === undefined ? peers.sets[name] : undefined))
  }
  if (json) writeFileSync(json, `${JSON.stringify(measured, null, 1)}\n`)
}

const percent = (share: number): string => (Number.isNaN(share) ? '-' : (100 * share).toFixed(1))

/** The bot's two rows, the peers' below them, and where the answerer loses what the matcher had. */
function publicTable(
  name: string,
  rows: Record<'words' | 'vectors', PublicRow>,
  peers: Peers['sets'][string] | undefined,
): string {
  const own = (
    Object.entries({ 'without vectors': rows.words, 'with vectors': rows.vectors }) as [string, PublicRow][]
  ).map(([what, row]) => [
    `this bot, ${what}`,
    percent(row.matcher),
    percent(row.answerer),
    `${percent(row.auroc.score)} / ${percent(row.auroc.confidence)}`,
    `${percent(row.at80.score)} / ${percent(row.at80.confidence)}`,
    row.fitSeconds.toFixed(1),
    `${row.queryMs.median.toFixed(2)} / ${row.queryMs.p99.toFixed(2)}`,
  ])
  const others = (peers?.rows ?? []).map(({ system, top1, at80 }) => [
    system,
    top1.toFixed(1),
    '',
    '',
    at80 === undefined ? '' : at80.toFixed(1),
    '',
    '',
  ])
  const head = ['', 'matcher', 'answerer', 'AUROC', 'at 80 %', 'fit s', 'query ms']
  const lines = [head, ...own, ...others].map((cells) =>
    cells
      .map((cell, i) => (i === 0 ? cell.padEnd(46) : cell.padStart(i < 3 ? 9 : 14)))
      .join('')
      .trimEnd(),
  )
  const lost = rows.vectors.lost
    .slice(0, LOST_SHOWN)
    .map(({ text, intent, given }) => `  “${text}” ${intent}, given ${given}`)
  const loss = [`the matcher had ${rows.vectors.lost.length} right that the answerer had not`, ...lost].join('\n')
  return `${peers?.title ?? name}\n${lines.join('\n')}\n${rows.vectors.lost.length > 0 ? `${loss}\n` : ''}`
}

/** What the columns of the table are. */
const COLUMNS =
  'matcher, answerer: top-1 in per cent. AUROC of refusal and accuracy when 80 % of what is out of scope is refused, by the first ' +
  'score / by the first confidence. Query: median / 99th percentile of processor time, without the sentence vector.'
