import { readFile } from 'node:fs/promises'
import { expect } from 'chai'
import { strFromU8, unzipSync } from 'fflate'
import type { Browser, Page } from 'playwright-core'
import { type RunningBot, startBot } from './support/bot.ts'
import { startBrowser } from './support/browser.ts'
import { type Person, register, signedIn } from './support/people.ts'

const STAFF = {
  'Amina Yusuf': { band: '3', role: 'Nursery nurse', service: 'Huyton health visiting' },
  'Tom Ashworth': { band: '3', role: 'Healthcare assistant', service: 'Kirkby school health' },
  'Priya Nair': { band: '4', role: 'Support worker', service: 'Huyton school health' },
} as const

describe('HR works the interest on the chat page', function () {
  this.timeout(120_000)
  let browser: Browser
  let bot: RunningBot
  let helen: Person
  const references = new Map<string, string>()

  before(async () => {
    browser = await startBrowser()
    bot = await startBot()
    for (const [name, wanted] of Object.entries(STAFF)) {
      const person = await signedIn(browser, bot.url, name)
      references.set(name, await register(person, wanted))
      if (name === 'Tom Ashworth') await person.ask('What is the salary of an assistant practitioner?')
      expect(person.watched.errors).to.deep.equal([])
      await person.leave()
    }
  })
  after(async () => {
    await browser?.close()
    await bot?.stop()
  })
  beforeEach(async () => {
    helen = await signedIn(browser, bot.url, 'Helen Clarke')
  })
  afterEach(async () => {
    expect(await helen.overflow()).to.equal(0)
    expect(helen.watched.errors).to.deep.equal([])
    await helen.leave()
  })

  const openOne = async (person: Person, name: keyof typeof STAFF): Promise<void> => {
    await person.ask(`open ${references.get(name)}`)
    await person.hears(name)
  }
  const statusIn = (person: Person, label: string) => person.hears(new RegExp(`Status: ${label}`))
  const setStatus = async (person: Person, label: string, reason = ''): Promise<void> => {
    await person.last().getByLabel('New status').selectOption({ label })
    await person.last().getByLabel('Reason (optional)').fill(reason)
    await person.press('Set status')
  }

  it('lists those who wait, and narrows and widens the list by words, by the form and by a chip', async () => {
    await helen.ask('show the work list')
    const all = await helen.hears('3 interests: 3 registered.')
    for (const name of Object.keys(STAFF)) expect(await all.textContent()).to.include(name)
    await helen.ask('B3 in Huyton')
    expect(await (await helen.hears('1 interest: 1 registered.')).textContent()).to.match(/Amina Yusuf/)
    await helen.press('Take this filter off: Huyton')
    await helen.hears('2 interests: 2 registered.')
    expect(await helen.last().textContent()).not.to.include('Priya Nair')
    await helen.press('Narrow the list')
    await helen.last().getByLabel('Band', { exact: true }).selectOption('4')
    await helen.press('Filter')
    await helen.hears('Priya Nair')
    expect(await helen.last().textContent()).not.to.include('Tom Ashworth')
  })

  it('opens one from the list, adds a note, changes its status with a reason, and undoes it', async () => {
    await helen.ask('show the work list')
    await helen.press(`Open ${references.get('Amina Yusuf')}`)
    await statusIn(helen, 'Registered')
    await helen.press('Note or assign')
    await helen.last().getByLabel('Note', { exact: true }).fill('Rang, left a message')
    await helen.press('Add note')
    await helen.hears(/Your note is added\.[\s\S]*Helen Clarke: Rang, left a message/)
    await setStatus(helen, 'Contacted', 'She rang back')
    await statusIn(helen, 'Contacted')
    await helen.hears('from Registered to Contacted. Reason: She rang back.')
    await helen.press('Undo my last change')
    await helen.hears(/Amina Yusuf.* is Registered again/)
    await openOne(helen, 'Amina Yusuf')
    await statusIn(helen, 'Registered')
  })

  it('changes several at once after showing exactly what will change', async () => {
    await helen.ask('show the work list')
    await helen.press('Change several')
    for (const name of ['Tom Ashworth', 'Priya Nair']) await helen.last().getByLabel(name).check()
    await helen.last().getByLabel('New status').selectOption({ label: 'Reviewed' })
    await helen.press('Show what will change')
    const preview = await helen.hears('Set 2 interests to reviewed?')
    expect(await preview.textContent()).to.match(/Tom Ashworth \(AP-.*\): from Registered to Reviewed/)
    expect(await preview.textContent()).not.to.include('Amina Yusuf')
    await helen.press('Change 2 interests')
    await helen.hears('2 interests set to reviewed')
    await helen.press('Undo')
    await helen.hears('Undone: 2 interests')
    await helen.ask('show the work list')
    await helen.hears('3 interests: 3 registered.')
  })

  it('says what is missing beside the form that it is missing from', async () => {
    await helen.ask('show the work list')
    await helen.press('Change several')
    await helen.press('Show what will change')
    await helen.page.getByText('Choose at least one person and a new status').waitFor()
    await helen.page.getByRole('status').filter({ hasText: 'See my message below.' }).waitFor()
    await helen.page.getByRole('button', { name: 'Show what will change' }).click()
    await helen.page.getByText('Choose at least one person and a new status').nth(1).waitFor()
  })

  it('tells the second of two officers what the first did, and loses nothing typed', async () => {
    const daniel = await signedIn(browser, bot.url, 'Daniel Osei')
    await openOne(helen, 'Tom Ashworth')
    await openOne(daniel, 'Tom Ashworth')
    await setStatus(daniel, 'Contacted', 'Spoke on the phone')
    await statusIn(daniel, 'Contacted')
    await setStatus(helen, 'Shortlisted', 'A strong case')
    const conflict = await helen.hears('Somebody was there first')
    expect(await conflict.textContent())
      .to.match(/Daniel Osei changed the status from Registered to Contacted. Reason: Spoke on the phone/)
      .and.include('Reason: A strong case')
    await helen.press('Set to Shortlisted all the same')
    await helen.hears('1 interest set to shortlisted')
    await openOne(daniel, 'Tom Ashworth')
    await daniel.hears('Reason: A strong case')
    await daniel.leave()
  })

  const downloaded = async (page: Page, click: () => Promise<unknown>): Promise<Buffer> => {
    const [download] = await Promise.all([page.waitForEvent('download'), click()])
    return readFile(await download.path())
  }
  const askFile = async (kind: string): Promise<void> => {
    await helen.ask('export the band 3s')
    await helen.last().getByLabel('Purpose').fill('The assessment centre panel')
    await helen.last().getByLabel('Kind of file').selectOption({ label: kind })
    await helen.last().getByRole('button', { name: 'Make the file' }).click()
    await helen.page.getByRole('button', { name: 'Allow' }).last().waitFor()
  }

  it('exports to the officer’s own files once they allow it, as a sheet that reads back', async () => {
    await askFile('Excel (XLSX)')
    await helen.page.getByRole('button', { name: 'Allow' }).last().click()
    const file = helen.page.getByRole('link', { name: /interest-.*\.xlsx|Open|Download/ }).last()
    await file.waitFor()
    await helen.hears('The file holds 2 interests. Please delete it by')
    const bytes = await downloaded(helen.page, () => file.click())
    const parts = unzipSync(bytes)
    const text = Object.entries(parts)
      .filter(([name]) => /sharedStrings|sheet1/.test(name))
      .map(([, part]) => strFromU8(part))
      .join('\n')
    expect(text).to.include('Amina Yusuf').and.include('Tom Ashworth').and.not.include('Priya Nair')
    expect(text).not.to.include('<f>')
  })

  it('exports by a link that works once, and keeps what left in the register', async () => {
    await askFile('CSV')
    const [page] = await Promise.all([
      helen.page.context().waitForEvent('page'),
      helen.page.getByRole('link', { name: 'Open the download page' }).last().click(),
    ])
    const bytes = await downloaded(page, () => page.getByRole('button', { name: 'Download' }).click())
    expect([...bytes.subarray(0, 3)]).to.deep.equal([0xef, 0xbb, 0xbf])
    const rows = bytes.subarray(3).toString('utf8').trim().split('\r\n')
    expect(rows).to.have.length(3)
    expect(rows.join('\n')).to.match(/Amina Yusuf[^\n]*Huyton health visiting/)
    await page.reload()
    await page.getByRole('heading', { name: 'This link has been used' }).waitFor()
    await helen.ask('register of exports')
    await helen.hears(/Helen Clarke: 2 interests, CSV. band 3. Purpose: The assessment centre panel. Delete by/)
  })

  it('answers what the bot could not', async () => {
    await helen.ask('unanswered questions')
    await helen.hears('salary')
    await helen.press('Answer it')
    await helen.last().getByLabel('Your answer').fill('Band and pay are in the advert of each post.')
    await helen.press('Send the answer')
    await helen.hears(/Answered[\s\S]*in the advert of each post/)
    await helen.ask('unanswered questions')
    await helen.hears('There are none.')
  })

  it('closes a cohort, opens it again, and adds the link of its advert', async () => {
    const edit = async (): Promise<void> => {
      await helen.ask('edit the cohort')
      await helen.hears('Which cohort?')
      await helen.press('Edit')
      await helen.hears('Edit September 2014')
    }
    await edit()
    await helen.last().getByLabel('Closed').check()
    await helen.press('Save')
    await helen.hears(/September 2014, which has passed\s*Closed/)
    await edit()
    await helen.last().getByLabel('Open', { exact: true }).check()
    await helen
      .last()
      .getByLabel(/Address of the advert/)
      .fill('https://www.jobs.nhs.uk/candidate/jobadvert/1')
    await helen.press('Save')
    await helen.hears(/September 2014, which has passed\s*(Still o|O)pen for interest/)
    await edit()
    expect(
      await helen
        .last()
        .getByLabel(/Address of the advert/)
        .inputValue(),
    ).to.include('jobs.nhs.uk')
  })
})
