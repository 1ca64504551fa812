import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { expect } from 'chai'
import { clean, entry, removeFolders } from './support/folder.ts'

const root = path.resolve(import.meta.dirname, '../../..')
const check = (dir: string) => {
  const { status, stdout } = spawnSync(process.execPath, ['knowledge/content/checkCli.ts', dir], {
    cwd: root,
    encoding: 'utf8',
  })
  return { status, lines: stdout.trimEnd().split('\n') }
}

describe('npm run knowledge:check', () => {
  after(removeFolders)

  it('prints the counts of a clean folder and ends well', () => {
    expect(check(clean())).to.deep.equal({
      status: 0,
      lines: ['1 entries, 24 phrasings: 0 fault(s), 0 warning(s).'],
    })
  })

  it('marks a warning as one, and still ends well', () => {
    const { status, lines } = check(clean({ 'entries/a.md': entry('a', { reviewBy: '2020-01-31' }) }))
    expect(status).to.equal(0)
    expect(lines[0]).to.match(/^kb\/entries\/a\.md:10: warning: The review was due by 2020-01-31\. Ask workforce-lead/)
    expect(lines[1]).to.equal('2 entries, 36 phrasings: 0 fault(s), 1 warning(s).')
  })

  it('prints faults before warnings, and fails', () => {
    const { status, lines } = check(
      clean({ 'entries/a.md': entry('a', { reviewBy: '2020-01-31', related: 'nothing' }) }),
    )
    expect(status).to.equal(1)
    expect(lines[0]).to.match(/^kb\/entries\/a\.md:11: No entry is called nothing\./)
    expect(lines[1]).to.contain(':10: warning: ')
  })

  it('tells of a folder that cannot be read, and fails', () => {
    const { status, lines } = check(clean({ 'entries/a.md': 'no front matter' }))
    expect(status).to.equal(1)
    expect(lines[0]).to.match(/^kb\/entries\/a\.md:1: No front matter\./)
    expect(lines[1]).to.equal('The content could not be read: 1 fault(s), 0 warning(s).')
  })
})
