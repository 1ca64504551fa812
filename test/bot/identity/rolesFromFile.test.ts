import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { rolesFromFile } from '../../../bot/identity/rolesFromFile.ts'
import { createLogger } from '../../../bot/logger.ts'

const manager = '0e000000-0000-4000-8000-000000000001'
const hr = '0e000000-0000-4000-8000-00000000000A'

describe('roles from a file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'roles-'))
  const path = join(folder, 'roles.json')
  let lines: string[] = []
  const log = createLogger('info', { write: (line) => lines.push(line) })
  after(() => rmSync(folder, { recursive: true }))

  const write = (roles: unknown) => writeFileSync(path, typeof roles === 'string' ? roles : JSON.stringify(roles))
  const ask = (source: ReturnType<typeof rolesFromFile>) =>
    Promise.all([manager, hr, 'somebody'].map((id) => source.roleOf('tenant', id)))

  beforeEach(() => {
    lines = []
  })

  it('are as written, whatever the case of an id; who is both is HR', async () => {
    write({ manager: [manager, hr], hr: [hr.toLowerCase()] })
    expect(await ask(rolesFromFile(path, { log }))).to.deep.equal(['manager', 'hr', 'staff'])
    write({ hr: [manager] })
    expect(await ask(rolesFromFile(path, { log }))).to.deep.equal(['hr', 'staff', 'staff'])
  })

  it('are read again when the file changes', async () => {
    write({ manager: [manager] })
    const source = rolesFromFile(path, { log })
    expect(await ask(source)).to.deep.equal(['manager', 'staff', 'staff'])
    write({ manager: [], hr: [hr] })
    expect(await ask(source)).to.deep.equal(['staff', 'hr', 'staff'])
  })

  const broken: [string, unknown][] = [
    ['not JSON', '{"hr": ["'],
    ['misspelt', { managers: [manager] }],
    ['of another shape', { hr: manager }],
    ['empty', ''],
  ]
  for (const [how, roles] of broken) {
    it(`make everyone staff while the file is ${how}, and say so once`, async () => {
      write({ hr: [hr] })
      const source = rolesFromFile(path, { log })
      expect(await ask(source)).to.include('hr')
      write(roles)
      expect(await ask(source)).to.deep.equal(['staff', 'staff', 'staff'])
      expect(await ask(source)).to.deep.equal(['staff', 'staff', 'staff'])
      expect(lines.filter((line) => line.includes('ROLES_FILE'))).to.have.length(1)
      expect(lines.join()).not.to.include(manager)
      write({ hr: [hr] })
      expect(await ask(source)).to.include('hr')
    })
  }

  it('make everyone staff while the file is gone', async () => {
    write({ hr: [hr] })
    const source = rolesFromFile(path, { log })
    expect(await ask(source)).to.include('hr')
    rmSync(path)
    expect(await ask(source)).to.deep.equal(['staff', 'staff', 'staff'])
  })
})
