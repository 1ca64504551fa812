import { expect } from 'chai'
import { shapeOf } from '../../../knowledge/answering/assistedShapes.ts'

describe('the shape of a question', () => {
  const shapes: [question: string, shape: ReturnType<typeof shapeOf>][] = [
    ['is it two years', 'yes-no'],
    ["doesn't the service pay", 'yes-no'],
    ['so are the posts advertised outside', 'yes-no'],
    ['is it at university or at work', 'either-or'],
    ["it's three years isn't it", 'premise'],
    ['the trust runs it, right?', 'premise'],
    ['someone told me it takes a year', 'premise'],
    ['is it true that it takes a year', 'premise'],
    ['how long is it and what do you get at the end?', 'two-parts'],
    ['how long does it take', undefined],
    ['tell me about the hub', undefined],
    ['can i apply', undefined],
    ['am i eligible', undefined],
    ["i'm a band 3, that's fine isn't it", undefined],
    ['would my manager have to agree or not', undefined],
    ['is it', undefined],
  ]
  for (const [question, shape] of shapes)
    it(`of “${question}” is ${shape ?? 'none to meet'}`, () => expect(shapeOf(question)).to.equal(shape))
})
