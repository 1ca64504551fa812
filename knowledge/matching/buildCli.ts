import path from 'node:path'
import { parseArgs } from 'node:util'
import { loadKnowledge } from '../content/load.ts'
import { FULL_FIT_LIMIT, fitModel } from './fitModel.ts'
import { trainingSet } from './trainingSet.ts'

/**
 * `npm run knowledge:build [-- [DIR] [--only vectors|words] [--refit]]`: makes the fits that ship with a folder of
 * content, with sentence vectors and without: full fits, unless `--refit` allows a refit of the last full one.
 */
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { only: { type: 'string' }, refit: { type: 'boolean', default: false } },
})
const dir = path.resolve(positionals[0] ?? 'knowledge')
const kinds = ['vectors', 'words'].filter((kind) => kind === (values.only ?? kind))
const { classes, texts, labels } = trainingSet(loadKnowledge(dir))
const say = (line: string) => process.stdout.write(line)

if (kinds.length === 0) throw new Error(`--only is vectors or words, not ${values.only}`)
say(`${texts.length} phrasings of ${classes.length} entries and actions\n`)
for (const kind of kinds) {
  const out = path.join(dir, 'fitted', kind)
  const started = performance.now()
  const how = await fitModel(
    { classes, texts, labels },
    {
      encoder: kind === 'vectors',
      from: [],
      out,
      refitAbove: values.refit ? FULL_FIT_LIMIT : Number.POSITIVE_INFINITY,
      progress: (done, of) => say(`\r${done} of ${of} new vectors${done === of ? '\n' : ''}`),
    },
  )
  const seconds = ((performance.now() - started) / 1000).toFixed(0)
  say(
    `Fitted ${how === 'full' ? 'in full' : 'near what changed'} in ${seconds} s: ${path.relative(process.cwd(), out)}\n`,
  )
}
