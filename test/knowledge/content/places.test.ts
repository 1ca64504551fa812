import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { assert } from 'chai'
import { ContentError } from '../../../knowledge/content/fault.ts'
import { loadPlaces } from '../../../knowledge/content/places.ts'

const folder = (yaml?: string): string => {
  const dir = mkdtempSync(path.join(tmpdir(), 'places-'))
  if (yaml !== undefined) writeFileSync(path.join(dir, 'places.yaml'), yaml)
  return dir
}

describe('The vocabulary of places and roles', () => {
  it('ships with the words of the trust, each name once', () => {
    const { places, services, roles } = loadPlaces('knowledge')
    const named = (name: string) => (one: { name: string }) => one.name === name
    assert.isTrue(places.some(named('Stockbridge Village')))
    assert.isTrue(services.some(named('health visiting')))
    assert.isTrue(roles.find(named('health care assistant'))?.ways.includes('hca'))
    const names = [...places, ...services, ...roles]
      .flatMap(({ name, ways }) => [name, ...ways])
      .map((way) => way.toLowerCase())
    assert.deepEqual(
      names.filter((name, i) => names.indexOf(name) !== i),
      [],
    )
  })

  it('may be missing or empty', () => {
    for (const dir of [folder(), folder('')]) assert.deepEqual(loadPlaces(dir).roles, [])
  })

  it('names the line that it cannot use', () => {
    try {
      loadPlaces(folder('places:\n  - name: Huyton\n  - nam: Kirkby\n'))
      assert.fail('it was loaded')
    } catch (error) {
      assert.instanceOf(error, ContentError)
      assert.equal((error as ContentError).faults[0]?.line, 3)
    }
  })
})
