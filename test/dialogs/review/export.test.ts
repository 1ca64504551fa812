import { assert } from 'chai'
import { strFromU8, unzipSync } from 'fflate'
import type { InterestFilter } from '../../../dialogs/interest/interestFilter.ts'
import type { ExportFormat } from '../../../dialogs/review/export/exportFile.ts'
import { AWKWARD_NAMES } from '../../contracts/awkward.ts'
import { type Bench, reviewBench } from './bench.ts'

/** Reads CSV as RFC 4180 has it. */
const parseCsv = (text: string): string[][] => {
  const rows: string[][] = [[]]
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/gy
  for (let match = cell.exec(text); match && match.index < text.length; match = cell.exec(text)) {
    rows.at(-1)?.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '')
    if (match[3] === '\r\n') rows.push([])
  }
  return rows.filter((row) => row.length > 0)
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** The cells of the first sheet, by way of its shared strings. */
const readXlsx = (bytes: Buffer): { cells: string[]; sheet: string } => {
  const files = unzipSync(new Uint8Array(bytes))
  const part = (name: string) => strFromU8(files[name] ?? new Uint8Array())
  const shared = [...part('xl/sharedStrings.xml').matchAll(/<si>(.*?)<\/si>/gs)].map(([, text = '']) =>
    text.replace(/<[^>]+>/g, '').replace(/&(\w+);/g, (_, name: string) => entities[name] ?? ''),
  )
  const sheet = part('xl/worksheets/sheet1.xml')
  return {
    cells: [...sheet.matchAll(/<c [^>]*t="s"[^>]*><v>(\d+)<\/v>/g)].map(([, at]) => shared[Number(at)] ?? ''),
    sheet,
  }
}

describe('HR takes the list out of the bot', () => {
  let bench: Bench
  beforeEach(async () => {
    bench = await reviewBench()
  })
  afterEach(() => bench.stores.close())

  const request = (
    filter: InterestFilter = {},
    format: ExportFormat = 'csv',
    purpose = 'The assessment centre panel',
  ) => bench.service.requestExport(bench.helen, { filter, purpose, format })
  const made = async (filter: InterestFilter = {}, format: ExportFormat = 'csv') => {
    const ready = await request(filter, format)
    if (ready.kind !== 'ready') throw new Error(ready.kind)
    const file = await bench.service.redeem(bench.helen, ready.token)
    if (file.kind !== 'file') throw new Error(file.kind)
    return file
  }

  it('asks what for, and makes nothing without it', async () => {
    assert.equal((await request({}, 'csv', '  ')).kind, 'invalid')
    assert.isEmpty(await bench.audited('export'))
  })

  it('is in the register with its purpose, whom it holds and by when it must go, before there is a file', async () => {
    const three = await bench.put({ band: '3', name: 'Three' })
    await bench.put({ band: '4' })
    const file = await made({ bands: ['3'] })
    assert.include(file, { count: 1, deleteBy: '2014-02-07' })
    const [record] = await bench.audited('export')
    assert.deepInclude(record, {
      purpose: 'The assessment centre panel',
      count: 1,
      format: 'csv',
      filter: { bands: ['3'] },
    })
    assert.equal((await bench.audited('note'))[0]?.what, 'export-asked')
    assert.equal(await bench.stores.audit.flagExports(three.id, bench.clock.iso()), 1)
    const register = await bench.service.register(bench.helen)
    if (register.kind !== 'register') throw new Error(register.kind)
    assert.equal(register.exports[0]?.words, 'band 3')
    assert.lengthOf(register.exports[0]?.erasedSince ?? [], 1)

    const down = await reviewBench({
      audit: { ...bench.stores.audit, appendExport: () => Promise.reject(new Error('The log is down')) },
    })
    const ready = await down.service.requestExport(down.helen, { filter: {}, purpose: 'The panel', format: 'csv' })
    const file2 =
      ready.kind === 'ready' ? await down.service.redeem(down.helen, ready.token).catch(() => 'nothing') : ''
    assert.equal(file2, 'nothing')
  })

  it('reads back from CSV as it was, with no formula in it', async () => {
    for (const [i, name] of AWKWARD_NAMES.entries())
      await bench.put({ name, why: `=1+${i}`, manager: 'Jan Roberts', managerKnows: i ? 'no' : 'yes' }, 99 - i)
    const { bytes } = await made()
    assert.deepEqual([...bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf])
    const [header = [], ...rows] = parseCsv(bytes.subarray(3).toString('utf8'))
    assert.lengthOf(rows, AWKWARD_NAMES.length)
    const column = (title: string) => rows.map((row) => row[header.indexOf(title)] ?? '')
    assert.include(column('Name'), "Siobhán O'Neill-Ross")
    assert.include(column('Name'), 'مريم عبد الله')
    assert.include(column('Name'), '\'=HYPERLINK("http://example.com")')
    assert.deepEqual(column('Line manager').slice(0, 2), ['Jan Roberts', 'Do not contact the manager'])
    for (const row of rows) for (const cell of row) assert.notMatch(cell, /^[\s]*[=+@-]/)
  })

  it('reads back from XLSX as text, with no formula in it', async () => {
    for (const [i, name] of AWKWARD_NAMES.entries()) await bench.put({ name, why: '+44 7700 900123' }, i)
    const { bytes } = await made({}, 'xlsx')
    const { cells, sheet } = readXlsx(bytes)
    assert.include(cells, "Siobhán O'Neill-Ross")
    assert.include(cells, '<script>alert(1)</script>')
    assert.include(cells, '\'=HYPERLINK("http://example.com")')
    assert.include(cells, "'+44 7700 900123")
    assert.notInclude(sheet, '<f>')
    assert.notMatch(sheet, /<c (?![^>]*t="s")[^>]*><v>/)
  })

  it('is spent once, in five minutes, by the same person', async () => {
    const tokenOf = async () => {
      const ready = await request()
      return ready.kind === 'ready' ? ready.token : ''
    }
    const token = await tokenOf()
    assert.equal((await bench.service.redeem(bench.daniel, token)).kind, 'forbidden')
    const both = await Promise.all([bench.service.redeem(bench.helen, token), bench.service.redeem(bench.helen, token)])
    assert.sameMembers(
      both.map(({ kind }) => kind),
      ['file', 'spent'],
    )
    const late = await tokenOf()
    bench.clock.forward({ ms: 5 * 60_000 })
    assert.equal((await bench.service.redeem(bench.helen, late)).kind, 'expired')
    assert.equal((await bench.service.redeem(bench.helen, 'x'.repeat(43))).kind, 'unknown')
  })

  it('keeps neither the token nor, once it is spent, the filter', async () => {
    const ready = await request({ name: 'Nowak' })
    if (ready.kind !== 'ready') throw new Error(ready.kind)
    const [note] = await bench.audited('note')
    const key = `ticket/${note?.detail.ticket}`
    const stored = async () => JSON.stringify(await bench.stores.state.read([key]))
    assert.include(await stored(), 'Nowak')
    assert.notInclude(await stored(), ready.token)
    await bench.service.redeem(bench.helen, ready.token)
    assert.notInclude(await stored(), 'Nowak')
  })

  it('gives counts for a freedom-of-information request as at a day, none of them small', async () => {
    for (let i = 0; i < 13; i++) await bench.put({ band: i < 11 ? '3' : '4' }, 20)
    const late = await bench.put({ band: '3' }, 0)
    await bench.service.setStatus(bench.helen, [{ key: bench.key(late) }], 'contacted', '', {
      conversationId: 'a',
      activityId: 'b',
    })
    const sheet = await bench.service.sheet(bench.helen, '2014-01-01')
    if (sheet.kind !== 'sheet') throw new Error(sheet.kind)
    assert.equal(sheet.total, '15')
    const rows = (title: string) => sheet.tables.find((one) => one.title === title)?.rows
    assert.deepEqual(rows('By band'), [
      { what: 'Band 3', count: '10' },
      { what: 'Band 4', count: 'fewer than 5' },
    ])
    assert.deepInclude(rows('By status') ?? [], { what: 'Contacted', count: 'fewer than 5' })
    assert.equal((await bench.audited('export'))[0]?.format, 'sheet')
    assert.equal((await bench.service.sheet(bench.helen, '2015-01-01')).kind, 'invalid')
  })
})
