import { expect } from 'chai'
import { readText, sourcesOf } from '../../support/sources.ts'

const outside = sourcesOf('bot/**/*.ts', 'dialogs/**/*.ts', 'knowledge/**/*.ts').filter(
  ({ file }) => !file.startsWith('bot/model/'),
)

describe('what belongs to the model', () => {
  it('is loaded only where a model is set: nothing outside its folder imports it at the start', () => {
    const early = outside.flatMap(({ file }) =>
      [...readText(file).matchAll(/^import (?!type\b)[^;]*? from '([^']*)'/gms)]
        .filter(([, from = '']) => /(^|\/)model\//.test(from) || from === 'openai')
        .map(([, from]) => `${file} imports ${from}`),
    )
    expect(early).to.deep.equal([])
    expect(readText('bot/compose.ts')).to.match(/model &&\s+\(await import\('\.\/model\/openAssistant\.ts'\)\)/)
  })
})
