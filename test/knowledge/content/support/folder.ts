import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

const made: string[] = []

/** Writes a folder of content, named `kb`, and returns where it is. What has no text is left out. */
function folder(files: Record<string, string | undefined>): string {
  const parent = mkdtempSync(path.join(tmpdir(), 'content-'))
  made.push(parent)
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(parent, 'kb', name)
    mkdirSync(path.dirname(file), { recursive: true })
    if (text !== undefined) writeFileSync(file, text)
  }
  return path.join(parent, 'kb')
}

/** Takes away all that `folder` wrote: for `after`. */
export const removeFolders = (): void => {
  for (const dir of made.splice(0)) rmSync(dir, { recursive: true })
}

/** Twelve phrasings of one word each, unlike those made from any other name. */
const phrasings = (name: string): string[] => Array.from('abcdefghijkl', (letter) => `${name}0${letter}`)

interface Parts {
  kind?: string
  question?: string
  phrasings?: string[]
  source?: string
  section?: string
  reviewBy?: string
  related?: string
  body?: string
  /** A line of the front matter beside those, after the phrasings. */
  also?: string
}

/** The text of an entry. Its lines: 2 id, 3 kind, 5 question, 6 source, 7 section, 10 reviewBy, 11 related, 13 on phrasings. */
export const entry = (id: string, parts: Parts = {}): string =>
  [
    '---',
    `id: ${id}`,
    `kind: ${parts.kind ?? 'answer'}`,
    'topic: degree-structure',
    `question: ${parts.question ?? `What about ${id}?`}`,
    `source: ${parts.source ?? 'case-study'}`,
    `section: ${parts.section ?? 'Results'}`,
    'asOf: "2014-01"',
    'owner: workforce-lead',
    `reviewBy: "${parts.reviewBy ?? '2027-06-30'}"`,
    `related: [${parts.related ?? ''}]`,
    'phrasings:',
    ...(parts.phrasings ?? phrasings(id)).map((phrasing) => `  - ${phrasing}`),
    ...(parts.also === undefined ? [] : [parts.also]),
    '---',
    parts.body ?? '**It takes two years.** Each week has one day at university and one day of work-based learning.',
    '',
  ].join('\n')

/** The line on which the Markdown of `entry` begins when it has the twelve phrasings of its own. */
export const BODY = 26

/** The text of an action's file. Its phrasings begin on line 5. */
export const intent = (action: string, own = phrasings(action)): string =>
  [`action: ${action}`, 'description: Does it', 'roles: [staff]', 'phrasings:', ...own.map((p) => `  - ${p}`), ''].join(
    '\n',
  )

/** A folder without a fault, with whatever is put in its place or added. */
export const clean = (files: Record<string, string | undefined> = {}): string =>
  folder({
    'entries/length.md': entry('length'),
    'sources/case-study.yaml': [
      'id: case-study',
      'title: The Role at 5 Boroughs',
      'publisher: NHS Employers',
      'date: "2014-01-08"',
      'sections:',
      '  - name: Results',
      '    figures: ["2", "1", "31", "7"]',
      '  - name: Background',
      '    figures: ["2005"]',
      '',
    ].join('\n'),
    'programme.yaml':
      'trust: { name: 5 Boroughs Partnership, shortName: 5BP }\nroutes: { security: the security desk }\n',
    'intents/status.yaml': intent('status'),
    ...files,
  })
