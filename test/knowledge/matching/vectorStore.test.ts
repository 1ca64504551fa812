import { expect } from 'chai'
import { VectorStore } from '../../../knowledge/matching/vectorStore.ts'

const DIMENSIONS = 4
const filled = () => {
  const store = new VectorStore(DIMENSIONS)
  store.add('one', Float32Array.of(0.5, -0.25, 0, 1))
  store.add('two', Float32Array.of(-2, 1.5, 0.001, 0))
  store.add('nothing', new Float32Array(DIMENSIONS))
  return store
}
const readBack = (bytes: Buffer, dimensions = DIMENSIONS) => {
  const store = new VectorStore(dimensions)
  store.read(bytes)
  return store
}
const all = ['one', 'two', 'nothing']

describe('the vector store', () => {
  it('keeps a vector to within its step', () => {
    const kept = filled().get('two')
    for (const [d, value] of [-2, 1.5, 0.001, 0].entries()) expect(kept[d]).to.be.closeTo(value, 2 / 127)
  })

  it('reads back exactly what it gave before', () => {
    const store = filled()
    const again = readBack(store.serialise(all))
    for (const text of all) expect(again.get(text)).to.deep.equal(store.get(text))
  })

  it('writes the same bytes whatever the order', () => {
    expect(
      filled()
        .serialise(all)
        .equals(filled().serialise([...all].reverse())),
    ).to.equal(true)
  })

  it('writes only what is asked for', () => {
    const again = readBack(filled().serialise(['one', 'never added']))
    expect([again.has('one'), again.has('two'), again.has('never added')]).to.deep.equal([true, false, false])
  })

  it('leaves a file unread that was cut short, or is of another dimension', () => {
    const bytes = filled().serialise(all)
    expect(readBack(bytes.subarray(0, -1)).has('one')).to.equal(false)
    expect(readBack(bytes, DIMENSIONS + 1).has('one')).to.equal(false)
  })

  it('says so when it holds no vector', () => {
    expect(() => filled().get('three')).to.throw(RangeError, 'No vector')
  })
})
