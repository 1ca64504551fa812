import path from 'node:path'
import { expect } from 'chai'
import { checkContent } from '../../../knowledge/content/check/index.ts'
import { faultLine } from '../../../knowledge/content/fault.ts'

const shipped = path.resolve(import.meta.dirname, '../../../knowledge')

describe('the content that ships', () => {
  it('has no fault', function () {
    this.timeout(30_000)
    expect(checkContent(shipped, new Date()).faults.map(faultLine)).to.deep.equal([])
  })
})
