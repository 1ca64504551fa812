import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type * as z from 'zod'
import { ContentError, type Fault } from './fault.ts'
import type { Entry, Knowledge } from './knowledge.ts'
import { type Language, language as languageSchema } from './language.ts'
import { languages as languagesSchema } from './languages.ts'
import * as schema from './schema.ts'
import { subjects as subjectsSchema } from './subjects.ts'
import { type Parsed, parseYaml } from './yamlFile.ts'

const FENCE = /^---\r?\n([\s\S]*?)\r?\n---\r?\n?([\s\S]*)$/

/**
 * Reads a folder of content. Only the schema is enforced; the rest is for the checker to report.
 * @param dir the folder that holds `entries/` and, where the trust has them, `sources/`, `intents/`, `programme.yaml`, `subjects.yaml`,
 *   `language.yaml` and `languages.yaml`
 * @throws ContentError naming each file and line that cannot be served
 */
export function loadKnowledge(dir: string): Knowledge {
  const faults: Fault[] = []
  const shown = (file: string) => path.join(path.basename(dir), path.relative(dir, file))
  const files = (pattern: string) => globSync(path.join(dir, pattern)).sort()
  const read = <T>(file: string, type: z.ZodType<T>, text = readFileSync(file, 'utf8'), offset = 0) => {
    const parsed = parseYaml(text, type, shown(file), offset)
    if (!('faults' in parsed)) return parsed
    faults.push(...parsed.faults)
    return undefined
  }
  /** Keeps the first of two with one name; the second is a fault. */
  const index = <T>(items: { key: string; item: T; file: string }[]) => {
    const map = new Map<string, T>()
    for (const { key, item, file } of items) {
      if (map.has(key))
        faults.push({ file, line: 1, what: `The name ${key} is used twice`, cure: 'Rename one of them' })
      else map.set(key, item)
    }
    return map
  }

  const entries = files('entries/**/*.md').flatMap((file) => {
    const [, head, body] = FENCE.exec(readFileSync(file, 'utf8')) ?? []
    if (head === undefined || body === undefined) {
      faults.push({
        file: shown(file),
        line: 1,
        what: 'No front matter',
        cure: 'Begin the file with --- and the fields',
      })
      return []
    }
    const parsed = read(file, schema.frontMatter, head, 1)
    return parsed ? [entryOf(parsed, body.trim(), shown(file))] : []
  })
  const intents = files('intents/*.yaml').flatMap((file) => {
    const parsed = read(file, schema.intent)
    return parsed ? [{ ...parsed.value, file: shown(file), lineOf: parsed.lineOf }] : []
  })
  const sources = files('sources/*.yaml').flatMap((file) => {
    const parsed = read(file, schema.source)
    return parsed ? [{ item: parsed.value, file: shown(file) }] : []
  })
  const optional = <T>(name: string, type: z.ZodType<T>) => {
    const file = path.join(dir, name)
    return existsSync(file) ? read(file, type)?.value : type.parse({})
  }
  const language = optional('language.yaml', languageSchema)
  const languages = optional('languages.yaml', languagesSchema)
  const programme = optional('programme.yaml', schema.programme)
  const subjects = optional('subjects.yaml', subjectsSchema)
  if (entries.length === 0 && faults.length === 0)
    faults.push({
      file: shown(dir),
      line: 1,
      what: 'No entries',
      cure: 'Put Markdown entries in entries/, or set KNOWLEDGE_DIR',
    })

  const byId = index(entries.map((item) => ({ key: item.id, item, file: item.file })))
  const byAction = index(intents.map((item) => ({ key: item.action, item, file: item.file })))
  const bySource = index(sources.map(({ item, file }) => ({ key: item.id, item, file })))
  if (faults.length > 0 || !programme || !language || !languages || !subjects) throw new ContentError(faults)
  return {
    entries: byId,
    intents: byAction,
    sources: bySource,
    programme,
    language,
    languages,
    subjects,
    hash: hashOf(byId, byAction, language),
  }
}

function entryOf({ value, lineOf }: Parsed<schema.FrontMatter>, body: string, file: string): Entry {
  const shortAnswer = /\*\*([\s\S]+?)\*\*/.exec(body)?.[1] ?? body.split(/(?<=[.?])\s/)[0] ?? body
  return { ...value, body, shortAnswer: shortAnswer.replace(/\s+/g, ' ').trim(), file, lineOf }
}

function hashOf(entries: Knowledge['entries'], intents: Knowledge['intents'], language: Language): string {
  const content = [
    [...entries.values()].map((e) => [e.id, e.question, e.phrasings]),
    [...intents.values()].map((i) => [i.action, i.phrasings]),
    language,
  ]
  return createHash('sha256').update(JSON.stringify(content)).digest('hex')
}
