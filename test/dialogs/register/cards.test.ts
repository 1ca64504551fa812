import { createRequire } from 'node:module'
import { assert } from 'chai'
import fc from 'fast-check'
import markdownIt from 'markdown-it'
import { MyDataDialog } from '../../../dialogs/myData/myDataDialog.ts'
import { VERBS } from '../../../dialogs/register/dialogIds.ts'
import { elements, everyCard } from './support/cardViews.ts'

// The package's module files import without extensions, which only a bundler resolves: its bundle is loaded instead.
const { AdaptiveCard: RenderedCard, SerializationContext } = createRequire(import.meta.url)(
  'adaptivecards/dist/adaptivecards.js',
) as typeof import('adaptivecards')

const KNOWN_VERBS = [...Object.values(VERBS).flat(), ...new MyDataDialog({} as never).verbs]

const AWKWARD = [
  '[x](http://evil.example)',
  '**bold** _it_ `code` # no',
  '<script>alert(1)</script>',
  '=HYPERLINK("http://evil.example")',
  '1. not a list',
  '- nor this',
  "Siân O'Neill-Parry 🌸",
  'אבי כהן',
  '{{DATE(2014-01-08T00:00:00Z,SHORT)}}',
  '&lt;b&gt; \\* ~~gone~~ | a | b |',
]

const shown = (text: string): string => text.replace(/[\u2060\u2068\u2069]/g, '')
const rendered = (markdown: string): string =>
  shown(
    markdownIt({ html: true, linkify: true })
      .render(markdown)
      .replace(/<[^>]*>/g, '')
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&quot;/g, '"')
      .replace(/&amp;/g, '&'),
  )

describe('The cards of an expression of interest', () => {
  for (const { name, card, words } of everyCard()) {
    describe(name, () => {
      it('is a card of version 1.5 that Microsoft’s renderer takes without a complaint', () => {
        assert.equal(card.version, '1.5')
        const context = new SerializationContext()
        const parsed = new RenderedCard()
        parsed.parse(card, context)
        assert.equal(context.eventCount, 0)
        assert.lengthOf(parsed.validateProperties().validationEvents, 0)
      })

      it('has six actions at most, each a verb that we know, with a fallback that carries the same', () => {
        const actions = elements(card, /^Action\./)
        assert.isAtMost(actions.length, 6)
        for (const { type, verb, data, fallback } of actions.filter((one) => one.type !== 'Action.ToggleVisibility')) {
          assert.equal(type, 'Action.Execute')
          assert.include(KNOWN_VERBS, verb)
          assert.equal((data as { verb: string }).verb, verb)
          assert.deepInclude(fallback as object, { type: 'Action.Submit', data })
        }
      })

      it('says the same in words, shortly and without an exclamation mark', () => {
        assert.equal(words.slice(0, 900), String(card.fallbackText).slice(0, 900))
        const [title] = elements(card, /^TextBlock$/)
        assert.include(words, String(title?.text))
        assert.notMatch(words, /!/)
        assert.isBelow(JSON.stringify(card).length, 24_000)
      })

      it('labels every input, and gives every required one its message', () => {
        for (const input of elements(card, /^Input\./)) {
          assert.isString(input.label ?? input.title)
          if (input.isRequired) assert.isString(input.errorMessage)
        }
      })
    })
  }

  it('shows what a person typed as it was typed', () => {
    for (const text of AWKWARD)
      for (const { name, card, words } of everyCard(text)) {
        for (const block of elements(card, /^TextBlock$/)) assert.notInclude(String(block.text), text, name)
        const runs = elements(card, /^TextRun$/).map((run) => shown(String(run.text)))
        if (runs.length > 0)
          assert.isTrue(
            runs.some((run) => run.includes(text)),
            `${name} shows ${text}`,
          )
        if (runs.length > 0) assert.include(rendered(words), text, name)
      }
  })

  it('never lets a typed text become a link, a tag or another block of its Markdown', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        const plain = markdownIt({ html: true }).render(
          everyCard('x').find(({ name }) => name === 'withdraw')?.words ?? '',
        )
        const typed = markdownIt({ html: true }).render(
          everyCard(text || 'x').find(({ name }) => name === 'withdraw')?.words ?? '',
        )
        const tags = (html: string) => html.match(/<[^>]*>/g)
        assert.deepEqual(tags(typed), tags(plain))
      }),
      { numRuns: 300 },
    )
  })

  it('fits into a message of Teams even with long texts', () => {
    for (const { name, card } of everyCard('x'.repeat(240))) assert.isBelow(JSON.stringify(card).length, 27_000, name)
  })
})
