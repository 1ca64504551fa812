import { expect } from 'chai'
import type { Browser } from 'playwright-core'
import { type RunningBot, startBot } from './support/bot.ts'
import { startBrowser } from './support/browser.ts'
import { type Person, register, signedIn } from './support/people.ts'

const WIDTHS = { 'a laptop': 1100, 'a phone': 360 }

describe('a manager before a meeting, on the chat page', function () {
  this.timeout(120_000)
  let browser: Browser
  let bot: RunningBot
  let somebody: Person | undefined

  before(async () => {
    browser = await startBrowser()
    bot = await startBot()
    const amina = await signedIn(browser, bot.url, 'Amina Yusuf')
    await register(amina, { band: '3', role: 'Nursery nurse', service: 'Huyton health visiting' })
    await amina.leave()
  })
  after(async () => {
    await browser?.close()
    await bot?.stop()
  })
  afterEach(async () => {
    expect(await somebody?.overflow()).to.equal(0)
    expect(somebody?.watched.errors).to.deep.equal([])
    await somebody?.leave()
  })
  const as = async (name: string): Promise<Person> => {
    somebody = await signedIn(browser, bot.url, name)
    return somebody
  }
  const said = async ({ page }: Person): Promise<string> => (await page.locator('#log').textContent()) ?? ''

  for (const [where, width] of Object.entries(WIDTHS))
    it(`sees the figures in words, then the card with its chart and the same in words, on ${where}`, async () => {
      const priya = await as('Priya Nair')
      await priya.page.setViewportSize({ width, height: 740 })
      await priya.ask('give me numbers for the board')
      const card = await priya.hears('Cohort status')
      expect(await said(priya)).to.match(
        /At the beginning of 2014, 31 were qualified, 7 were in their second year and 5/,
      )
      const chart = card.getByRole('img', { name: /Numbers by stage, at the beginning of 2014/ })
      expect(await chart.getAttribute('aria-label')).to.match(
        /Qualified: 31; In their second year: 7; In their first year: 5/,
      )
      expect(await chart.locator('rect').count()).to.equal(3)
      const place = await chart.boundingBox()
      expect((place?.x ?? -1) >= 0 && (place?.x ?? 0) + (place?.width ?? 0) <= width).to.equal(true)
      expect(await card.textContent()).to.include('31 were qualified, 7 were in their second year')
      expect(await card.getByRole('button').allTextContents()).to.deep.equal([
        'Interest so far',
        'History',
        'Copy as text',
      ])
    })

  it('compares, follows up, and copies as text', async () => {
    const priya = await as('Priya Nair')
    await priya.ask('more in first or second year?')
    expect(await said(priya)).to.include('2 more were in their second year than in their first year: 7 − 5 = 2')
    await priya.ask('what about last year')
    expect(await said(priya)).to.include('I hold figures for one time only')
    await priya.ask('can i have that as text')
    await priya.hears(/^Bot.*At the beginning of 2014, 31 were qualified/s)
  })

  it('sees interest rounded, with no number that points at a person, and no names', async () => {
    const priya = await as('Priya Nair')
    await priya.ask('interest by band')
    const card = await priya.hears('Interest so far')
    expect(await card.textContent()).to.include('fewer than 5')
    await priya.ask('how many registered this week')
    expect(await said(priya)).to.include('I cannot say how many came in this week')
    await priya.ask('who has registered from huyton')
    expect(await said(priya)).to.include('They are for HR alone')
    await priya.ask('names of the five first years')
    await priya.ask('show the work list')
    await priya.hears('I cannot show or change that from your account')
    expect(await said(priya)).not.to.match(/Amina|AP-\w{4}-\w{2}/)
  })

  it('gives staff the published figures, and no count of interest', async () => {
    const tom = await as('Tom Ashworth')
    await tom.ask('how many are qualified')
    expect(await said(tom)).to.match(/31/)
    await tom.ask('interest by band')
    await tom.hears('Interest counts are for managers and HR')
    for (const words of ['show the work list', 'which ones has nobody dealt with yet', 'export the list', 'undo'])
      await (await tom.ask(words)).filter({ hasText: 'I cannot show or change that from your account' }).waitFor()
    expect(await said(tom)).not.to.match(/Amina Yusuf|fewer than 5/)
  })

  it('lets HR edit a figure, and shows it after the published one, each with its date', async () => {
    const helen = await as('Helen Clarke')
    await helen.ask('edit the figures')
    await helen.hears('Edit figures')
    await helen.last().getByLabel('In their first year').fill('9')
    await helen
      .last()
      .getByLabel(/The date that these numbers/)
      .fill('2014-09-01')
    await helen.press('Save')
    const card = await helen.hears(/9[\s\S]*1 September 2014/)
    expect(await card.textContent()).to.include('At the beginning of 2014')
    await helen.ask('history of the figures')
    const lines = (await helen.hears('Who changed what')).getByRole('img', { name: /Numbers by stage over time/ })
    expect(await lines.getAttribute('aria-label')).to.match(/In their first year: 1 Jan 2014 5, 1 Sept? 2014 9/)
  })
})
