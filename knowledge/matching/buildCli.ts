import path from 'node:path'
import { loadKnowledge } from '../content/load.ts'
import { fitModel } from './fitModel.ts'
import { trainingSet } from './phrasings.ts'

/** `npm run knowledge:build [-- DIR]`: makes the fit that ships with a folder of content. */
const dir = path.resolve(process.argv[2] ?? 'knowledge')
const { classes, texts, labels } = trainingSet(loadKnowledge(dir))
const out = path.join(dir, 'fitted', 'vectors')
const say = (line: string) => process.stdout.write(line)

say(`${texts.length} phrasings of ${classes.length} entries and actions\n`)
const started = performance.now()
await fitModel({ classes, texts, labels }, true, [], out, (done, of) => say(`\r${done} of ${of} new vectors`))
say(`\nFitted in ${((performance.now() - started) / 1000).toFixed(0)} s: ${path.relative(process.cwd(), out)}\n`)
