import { lineInFile, type Rule } from './content.ts'
import { plainLines } from './plainText.ts'

/** A placeholder such as `{{route:safeguarding}}` for which `programme.yaml` has no route. */
export const routes: Rule = (content) =>
  [...content.entries.values()].flatMap((entry) =>
    plainLines(entry.body).flatMap(({ line, text }) =>
      [...text.matchAll(/\{\{\s*route:\s*(.*?)\s*\}\}/g)]
        .map(([, name = '']) => name)
        .filter((name) => !Object.hasOwn(content.programme.routes, name))
        .map((name) => ({
          file: entry.file,
          line: lineInFile(content, entry, line),
          what: `programme.yaml has no route called ${name || '(nothing)'}`,
          cure: 'Add it under routes in programme.yaml, or correct the name',
        })),
    ),
  )
