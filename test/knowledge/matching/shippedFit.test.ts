import { expect } from 'chai'
import { faultOfShippedFit } from '../../support/shippedFit.ts'

describe('the fit that ships', () => {
  it('is that of the content that ships', async () => {
    const fault = await faultOfShippedFit()
    expect(fault, fault).to.equal(undefined)
  })
})
