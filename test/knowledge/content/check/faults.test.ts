import { expect } from 'chai'
import { checkContent } from '../../../../knowledge/content/check/index.ts'
import { faultLine } from '../../../../knowledge/content/fault.ts'
import { BODY, clean, entry, intent, removeFolders } from '../support/folder.ts'

const NOW = new Date('2026-01-15T12:00:00Z')
const faultsOf = (files: Record<string, string | undefined>) => checkContent(clean(files), NOW).faults.map(faultLine)

describe('the faults of a folder of content', () => {
  after(removeFolders)

  it('finds none in a clean one, and counts what is there', () => {
    const found = checkContent(clean(), NOW)
    expect(found).to.deep.equal({ faults: [], warnings: [], counts: { entries: 1, phrasings: 24 } })
  })

  const cases: { name: string; files: Record<string, string | undefined>; faults: RegExp[] }[] = [
    {
      name: 'the schema, alone',
      files: { 'entries/a.md': entry('a', { reviewBy: 'soon', source: 'none' }) },
      faults: [/^kb\/entries\/a\.md:10: reviewBy: write a day/],
    },
    {
      name: 'a source that does not exist',
      files: { 'entries/a.md': entry('a', { source: 'hearsay' }) },
      faults: [/^kb\/entries\/a\.md:6: No source is called hearsay\. Name one of: case-study\.$/],
    },
    {
      name: 'a section that its source does not have',
      files: { 'entries/a.md': entry('a', { section: 'Result' }) },
      faults: [/^kb\/entries\/a\.md:7: case-study has no section "Result"\. Name one of: Results; Background\.$/],
    },
    {
      name: 'a figure that its source does not state, on its own line',
      files: { 'entries/a.md': entry('a', { body: '**It takes two years.**\nIt began in 2005.\n\n- It costs £900.' }) },
      faults: [
        new RegExp(`^kb/entries/a\\.md:${BODY + 3}: The figure "900" is not stated by case-study\\. Take it out`),
      ],
    },
    {
      name: 'a figure that only the plainer form gives',
      files: { 'entries/a.md': entry('a', { also: 'plainer: It takes nine years.' }) },
      faults: [/^kb\/entries\/a\.md:25: The figure "nine" is not stated by case-study/],
    },
    {
      name: 'a figure in words',
      files: { 'entries/a.md': entry('a', { body: '**There are thirty-two of them.**' }) },
      faults: [/:26: The figure "thirty-two" is not stated by case-study\. .* add "32"/],
    },
    {
      name: 'a figure that only the question of an answer gives',
      files: { 'entries/a.md': entry('a', { question: 'Can Band 6 apply?', body: '**Yes, Band 6 can.**' }) },
      faults: [/:26: The figure "6"/],
    },
    {
      name: 'an answer and a "not stated" without their short answer in bold',
      files: {
        'entries/a.md': entry('a', { body: 'It takes two years. **Really.**' }),
        'entries/b.md': entry('b', { kind: 'not-stated', body: '\n\n- **Not said.**' }),
      },
      faults: [/^kb\/entries\/a\.md:26: The text does not open/, /^kb\/entries\/b\.md:28: The text does not open/],
    },
    {
      name: 'a `related` that leads nowhere, or back',
      files: { 'entries/a.md': entry('a', { related: 'length, lenght, a' }) },
      faults: [/^kb\/entries\/a\.md:11: No entry is called lenght/, /^kb\/entries\/a\.md:11: .*related to itself/],
    },
    {
      name: 'a figure that programme.yaml lacks',
      files: { 'entries/a.md': entry('a').replace('\nowner:', '\nfigures: [trained]\nowner:') },
      faults: [/^kb\/entries\/a\.md:9: programme\.yaml has no figure of the stage trained/],
    },
    {
      name: 'a route that programme.yaml lacks',
      files: { 'entries/a.md': entry('a', { body: '**Ring {{route:security}}.**\nOr {{ route:porter }}.' }) },
      faults: [/^kb\/entries\/a\.md:27: programme\.yaml has no route called porter/],
    },
    {
      name: 'files that are not named after what is in them',
      files: { 'entries/a.md': entry('b'), 'intents/cancel.yaml': intent('withdraw') },
      faults: [/^kb\/entries\/a\.md:2: .*called b.*b\.md/, /^kb\/intents\/cancel\.yaml:1: .*called withdraw/],
    },
  ]
  for (const { name, files, faults } of cases)
    it(`names ${name}`, () => {
      const found = faultsOf(files)
      expect(found).to.have.length(faults.length)
      for (const [i, pattern] of faults.entries()) expect(found[i]).to.match(pattern)
    })

  const allowed: { name: string; parts: Parameters<typeof entry>[1] }[] = [
    { name: "any section's figures", parts: { body: '**Since 2005 it has trained 31 people.**' } },
    {
      name: 'names that hold a figure',
      parts: { body: '**5 Boroughs Partnership, or 5BP, wrote "The Role at 5 Boroughs".**' },
    },
    { name: "the source's own date", parts: { body: '**The page is of 8 January 2014.** That is early 2014.' } },
    { name: 'a sum that is set out', parts: { body: '**There are 31 and 7.** Together, 31 + 7 makes 38.' } },
    { name: 'order, and `one` as a plain word', parts: { body: '**First, no one asks for the fourth one.**' } },
    {
      name: 'the question of a "not stated"',
      parts: { kind: 'not-stated', question: 'Can Band 6 apply?', body: '**The page does not say if Band 6 can.**' },
    },
    { name: 'the target of a link', parts: { body: '**See [the page](https://example.org/99).**' } },
  ]
  for (const { name, parts } of allowed)
    it(`lets figures pass in ${name}`, () => expect(faultsOf({ 'entries/a.md': entry('a', parts) })).to.deep.equal([]))

  it('asks neither a source nor bold of a signpost', () => {
    const text = entry('a', { kind: 'signpost', body: 'Call 999, or NHS 111.' }).replace(
      /^(source|section|asOf).*\n/gm,
      '',
    )
    expect(faultsOf({ 'entries/a.md': text })).to.deep.equal([])
  })
})
