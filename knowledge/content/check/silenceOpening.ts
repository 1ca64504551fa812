import { lineInFile, type Rule } from './content.ts'

/** A "not stated" that does not open with the first of `silences`, so that its opening cannot take turns. */
export const silenceOpening: Rule = (content) => {
  const [opening] = content.programme.silences
  return [...content.entries.values()]
    .filter(({ kind, body }) => opening && kind === 'not-stated' && !body.startsWith(`**${opening} `))
    .map((entry) => ({
      file: entry.file,
      line: lineInFile(content, entry, 0),
      what: `The text does not open with "${opening}"`,
      cure: 'Begin with it, in bold, or change the first of `silences` in programme.yaml',
    }))
}
