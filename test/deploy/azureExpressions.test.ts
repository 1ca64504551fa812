import { expect } from 'chai'
import { resolve, surveyExpressions } from '../../deploy/azure/check/evaluate.ts'
import { ExpressionError, isExpression } from '../../deploy/azure/check/expression.ts'
import type { Json } from '../../deploy/azure/check/fault.ts'
import { resourceGroup, subscription } from '../../deploy/azure/check/functions.ts'

const scope = {
  parameters: { name: 'bot', many: 3, on: true, nothing: '' },
  variables: { base: "[format('{0}-{1}', parameters('name'), 'x')]", roles: { reader: 'r1' } },
  reference: (id: string): Json => ({ endpoint: `https://${id}/` }),
}

describe('an expression of the Azure template', () => {
  const worked: [text: Json, value: Json][] = [
    ['plain', 'plain'],
    ['[[meant', '[meant'],
    ['[not closed', '[not closed'],
    ["[parameters('name')]", 'bot'],
    ["[variables('base')]", 'bot-x'],
    ["[variables('roles').reader]", 'r1'],
    ["[format('{1}{0}{1}', 'a', 'it''s')]", "it'sait's"],
    ["[take('abcdef', 2)]", 'ab'],
    ["[if(parameters('on'), 'yes', reference('x').missing)]", 'yes'],
    ["[if(empty(parameters('nothing')), 'empty', 'full')]", 'empty'],
    ["[and(startsWith('P1v3', 'p'), greater(parameters('many'), 2))]", true],
    ["[equals('Live', 'live')]", true],
    ["[string(parameters('many'))]", '3'],
    ["[reference('x', '2023-01-31').endpoint]", 'https://x/'],
    ["[cidrSubnet('10.60.0.0/24', 26, 1)]", '10.60.0.64/26'],
    ["[cidrSubnet('10.60.255.0/16', 24, 0)]", '10.60.255.0/24'],
    ["[resourceId('Ns.A/b/c', 'one', 'two')]", `${resourceGroup}/providers/Ns.A/b/one/c/two`],
    ["[subscriptionResourceId('Ns.A/b', 'one')]", `${subscription}/providers/Ns.A/b/one`],
    ["[extensionResourceId('/x', 'Ns.A/b', 'one')]", '/x/providers/Ns.A/b/one'],
    [{ "[parameters('name')]": ["[parameters('many')]", null, false] }, { bot: [3, null, false] }],
  ]
  for (const [text, value] of worked) {
    it(`is worked out: ${JSON.stringify(text)}`, () => expect(resolve(text, scope)).to.deep.equal(value))
  }

  it('gives one name one hash, and another another, in the form that Azure gives', () => {
    const hash = (name: string) => resolve(`[uniqueString('${name}')]`, scope)
    expect(hash('a')).to.match(/^\w{13}$/)
    expect(hash('a')).to.equal(hash('a')).and.not.equal(hash('b'))
    expect(resolve("[guid('a', 'b')]", scope)).to.match(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
  })

  const refused = [
    "[parameters('other')]",
    "[variables('other')]",
    "[variables('roles').writer]",
    "[parameters('name').length]",
    '[newGuid()]',
    "[toString('a')]",
    "[concat('a' 'b')]",
    "[take('a', 1]",
    "[take('a', 1))]",
    "['a' & 'b']",
    '[]',
    "[greater('a', 1)]",
    "[and('true')]",
    "[resourceId('Ns.A/b/c', 'one')]",
    "[cidrSubnet('10.0.0.0/26', 26, 1)]",
    "[take(parameters('on'), 1)]",
  ]
  for (const text of refused) {
    it(`is refused, with a cure: ${text}`, () => {
      let error: unknown
      try {
        resolve(text, scope)
      } catch (thrown) {
        error = thrown
      }
      expect(error).to.be.instanceOf(ExpressionError)
      expect((error as ExpressionError).cure).to.match(/^[A-Z]/)
    })
  }

  it('may run over lines, and is told from text in brackets', () => {
    expect(isExpression("[take('a',\n 1)]")).to.equal(true)
    expect(isExpression('[[a]')).to.equal(false)
    expect(isExpression('a[b]')).to.equal(false)
  })

  it('is looked through where a condition leaves it out, down to the names it asks for', () => {
    const { faults, used } = surveyExpressions(
      { a: ["[if(false(), listKeys(parameters('name')), variables('gone'))]", "[parameters('name')"] },
      'template#',
      { parameters: ['name'], variables: [] },
    )
    expect(faults.map(({ at, what }) => `${at} ${what}`)).to.deep.equal([
      'template#/a/0 the function false is not known',
      'template#/a/0 the function listKeys is not known',
      'template#/a/0 there is none of the variables called "gone"',
    ])
    expect([...used]).to.deep.equal(['parameters/name', 'variables/gone'])
  })
})
