import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect } from 'chai'

const check = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['test/deploy/azure/checkCli.ts', ...args], {
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

describe('npm run check:azure', () => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'azure-'))
    for (const name of ['template.json', 'parameters.test.json', 'parameters.live.json']) {
      cpSync(path.join('deploy/azure', name), path.join(folder, name))
    }
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  const change = (name: string, from: RegExp, to: string) => {
    const text = readFileSync(path.join(folder, name), 'utf8')
    expect(text).to.match(from)
    writeFileSync(path.join(folder, name), text.replace(from, to))
  }

  it('finds nothing wrong with what ships', () => {
    expect(check()).to.deep.equal({
      status: 0,
      stdout: 'parameters.live.json, parameters.test.json: 0 fault(s)\n',
      stderr: '',
    })
  })

  it('says each fault once, in one line, and ends with 1', () => {
    change('template.json', /"httpsOnly": true/, '"httpsOnly": false')
    const { status, stdout } = check(folder)
    expect(status).to.equal(1)
    expect(stdout.split('\n')).to.have.length(3)
    expect(stdout).to.match(
      /^template\.json#\/resources\/\d+\/properties\/httpsOnly: value: it is false\. Set it to true\.\n/,
    )
  })

  it('names the parameters file that is wrong', () => {
    change('parameters.test.json', /"planSku"/, '"planSize"')
    const { status, stdout } = check(folder)
    expect(status).to.equal(1)
    expect(stdout).to.include('parameters.test.json#/parameters/planSize: parameter: there is no such property.')
  })

  it('says which file is no JSON', () => {
    change('parameters.live.json', /\{/, '')
    const { status, stdout } = check(folder)
    expect(status).to.equal(1)
    expect(stdout).to.match(/^parameters\.live\.json#: template: it is no JSON/m)
  })

  it('does not pass a folder with nothing to check', () => {
    rmSync(path.join(folder, 'parameters.test.json'))
    rmSync(path.join(folder, 'parameters.live.json'))
    expect(check(folder).status).to.equal(1)
  })
})
