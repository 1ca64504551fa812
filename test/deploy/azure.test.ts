import { expect } from 'chai'
import { faultLine } from './azure/check.ts'
import { plantedAccess } from './azure/plantedAccess.ts'
import { plantedOrder } from './azure/plantedOrder.ts'
import { plantedResources } from './azure/plantedResources.ts'
import { faultsAfter, give, set } from './azure/shipped.ts'

describe('the Azure template', () => {
  for (const environment of ['test', 'live'] as const) {
    for (const openAi of [true, false]) {
      it(`has no fault as it ships for ${environment}, ${openAi ? 'with' : 'without'} a model`, () => {
        expect(faultsAfter(give('openAi', openAi), environment).map(faultLine)).to.deep.equal([])
      })
    }
  }

  for (const [what, rules, place, change] of [...plantedResources, ...plantedAccess, ...plantedOrder]) {
    it(`is refused with ${what}`, () => {
      const faults = faultsAfter(change)
      const lines = faults.map(faultLine).join('\n')
      expect([...new Set(faults.map(({ rule }) => rule))], lines).to.have.members([rules].flat())
      expect(
        faults.some(({ at }) => at.includes(place)),
        lines,
      ).to.equal(true)
      for (const { at, what: told, cure } of faults) {
        expect(at).to.match(/^(template|parameters)/)
        expect(told).to.match(/\S/)
        expect(cure).to.match(/^[A-Z].*[^.]$/)
      }
    })
  }

  it('names the place, the fault and the cure', () => {
    const [fault] = faultsAfter(set('Web/sites', 'properties/httpOnly', true))
    expect(fault && faultLine(fault)).to.match(
      /^template#\/resources\/\d+\/properties\/httpOnly: schema: there is no such property. Correct its name\.$/,
    )
  })

  const modelPlants = [
    ['a model on the public network', 'properties/publicNetworkAccess', 'Enabled', ['value']],
    ['a key to the model', 'properties/disableLocalAuth', false, ['value']],
    ['a model in a place of its own choosing', 'location', 'eastus', ['expression', 'value']],
  ] as const
  for (const [what, path, value, rules] of modelPlants) {
    it(`is refused with ${what}`, () => {
      const faults = faultsAfter(set('CognitiveServices/accounts', path, value), 'test')
      expect(faults.map(({ rule }) => rule)).to.deep.equal(rules)
    })
  }
})
