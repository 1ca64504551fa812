import { expect } from 'chai'
import { cleanText } from '../../../knowledge/answering/cleanText.ts'

const words = new Set(['how', 'long', 'is', 'it', 'free', 'band', 'iii', 'the', 'degree', 'so'])
const clean = (message: string): string => cleanText(message, (word) => words.has(word))

describe('the cleaned text of a message', () => {
  const cases: [what: string, message: string, left: string][] = [
    ['plain words', 'How long is it?', 'How long is it?'],
    ['the words under piled-up marks', 'h̷̢̛o̶w̸̡ l̵o̶n̷g̸ is it', 'how long is it'],
    ['wide letters', 'ｈｏｗ ｌｏｎｇ', 'how long'],
    ['mathematical letters', '𝓱𝓸𝔀 𝓵𝓸𝓷𝓰', 'how long'],
    ['small capitals', 'ʜᴏᴡ ʟᴏɴɢ', 'how long'],
    ['Cyrillic letters in Latin words', 'hоw lоng is thе dеgrее', 'how long is the degree'],
    ['Greek letters in Latin words', 'hοw lοng', 'how long'],
    ['words with marks that hide in them', 'h\u00adow\u200b lo\u200dng', 'how long'],
    ['words between marks of direction', '\u202ehow long\u202c', 'how long'],
    ['drawn-out words', 'hooow looooong is it freeee', 'how long is it free'],
    ['a numeral as it is written', 'band iii', 'band iii'],
    ['the words of a page', '<p class="x">how <b>long</b></p>&nbsp;is it', 'how long is it'],
    ['less than and more than', 'band <4 and >2', 'band <4 and >2'],
    ['the words of a link', '[how long](https://example.com/a) is it', 'how long is it'],
    ['what stands beside an address', 'https://example.com/x?y=1 how long', 'how long'],
    ['lines', 'how long\r\n\n  is it', 'how long\nis it'],
    ['one space for many', `how${' '.repeat(5000)}long`, 'how long'],
    ['nothing of an encoded string', 'U29tZXRoaW5nIHRoYXQgbm9ib2R5IGNhbiByZWFkIGhlcmU=', ''],
    ['nothing of a mashed keyboard', 'sdfghjkl xcvbnmlk', ''],
    ['nothing of control characters', '\u0000\u0007', ''],
    ['a broken character beside words', '\ud800 how long', 'how long'],
    ['accents', 'café Zoë', 'café Zoë'],
    ['other scripts as they are', 'как долго 课程 कोर्स', 'как долго 课程 कोर्स'],
    ['signs', 'ok 👍', 'ok 👍'],
  ]
  for (const [what, message, left] of cases) it(`is ${what}`, () => expect(clean(message)).to.equal(left))

  it('is bounded, however much was sent', () => {
    expect(clean('how long '.repeat(5000)).length).to.be.lessThan(15_000)
  })
})
