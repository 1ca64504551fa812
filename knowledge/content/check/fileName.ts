import path from 'node:path'
import type { Rule } from './content.ts'

/** A file that is not named after what is in it, so that nobody finds it by its name. */
export const fileName: Rule = ({ entries, intents }) => [
  ...[...entries.values()]
    .filter(({ id, file }) => path.basename(file, '.md') !== id)
    .map((entry) => ({
      file: entry.file,
      line: entry.lineOf(['id']),
      what: `The entry is called ${entry.id} and its file is not`,
      cure: `Rename the file to ${entry.id}.md, or correct the id`,
    })),
  ...[...intents.values()]
    .filter(({ action, file }) => path.basename(file, '.yaml') !== action)
    .map((intent) => ({
      file: intent.file,
      line: intent.lineOf(['action']),
      what: `The action is called ${intent.action} and its file is not`,
      cure: `Rename the file to ${intent.action}.yaml, or correct the action`,
    })),
]
