import { expect } from 'chai'
import type { Browser } from 'playwright-core'
import { startSampleBot } from '../local/support/sampleBot.ts'
import { openPage, startBrowser, type WatchedPage } from './support/browser.ts'
import { chatPage } from './support/chatPage.ts'

describe('what the chat page draws', function () {
  this.timeout(60_000)
  let browser: Browser
  let bot: Awaited<ReturnType<typeof startSampleBot>>
  let watched: WatchedPage
  let chat: ReturnType<typeof chatPage>

  before(async () => {
    browser = await startBrowser()
  })
  after(() => browser?.close())
  beforeEach(async () => {
    bot = await startSampleBot()
    watched = await openPage(browser, `${bot.url}/`)
    chat = chatPage(watched.page)
    await chat.welcomed()
  })
  afterEach(async () => {
    await watched.page.context().close()
    await bot.close()
  })

  it('text as Markdown without HTML, and its citations as buttons', async () => {
    const answer = await chat.ask('cite')
    expect(await answer.getByText('<b>not HTML</b>').count()).to.equal(1)
    expect(await answer.locator('strong').textContent()).to.equal('One day a week at university')
    await answer.getByRole('button', { name: /^Source 1: Case study/ }).click()
    const dialog = watched.page.getByRole('dialog')
    expect(await dialog.getByRole('link').getAttribute('rel')).to.include('noopener')
    await watched.page.keyboard.press('Escape')
    expect(await dialog.count()).to.equal(0)
    expect(await answer.locator('button.citation:focus').count()).to.equal(1)
    expect(watched.errors).to.deep.equal([])
  })

  it('three suggestions at most, under the last message alone', async () => {
    await chat.ask('cite')
    expect(await chat.suggestions.allTextContents()).to.deep.equal([
      'How long is it?',
      'Who can apply?',
      'Who do I ask?',
    ])
    await chat.suggestions.first().click()
    await watched.page.getByText('You said: How long is it?').waitFor()
    expect(await chat.suggestions.count()).to.equal(0)
  })

  it('a form that says what is missing, keeps what was typed, and gives way to its receipt', async () => {
    const form = await chat.ask('form')
    await form.getByRole('button', { name: 'Save' }).click()
    await form.getByText('Enter your name').waitFor()
    await form.getByLabel('Your name').fill('Amina')
    await form.getByRole('button', { name: 'Closed' }).click()
    await form.getByRole('alert').filter({ hasText: 'That cohort is closed.' }).waitFor()
    await form.getByRole('button', { name: 'Tell' }).click()
    await form.getByText('Noted.').waitFor()
    expect(await form.getByLabel('Your name').inputValue()).to.equal('Amina')
    await form.getByLabel('Your band').selectOption('3')
    await form.getByRole('button', { name: 'Save' }).click()
    await watched.page.getByText('Your reference is AP-7K3F-92').waitFor()
    expect(await watched.page.getByLabel('Your name').count()).to.equal(0)
    await watched.page.reload()
    await watched.page.getByText('Your reference is AP-7K3F-92').waitFor()
    expect(watched.errors).to.deep.equal([])
  })

  it("submits a card's data silently, or as the words it gives", async () => {
    const form = await chat.ask('form')
    await form.getByRole('button', { name: 'Submit' }).click()
    await watched.page.getByText('Value: {"action":"cancel"}').waitFor()
    expect(await chat.myMessages.count()).to.equal(1)
    await form.getByRole('button', { name: 'Message back' }).click()
    await watched.page.getByText('Value: {"ref":1,"more":2} hidden').waitFor()
    expect(await chat.myMessages.last().locator('.words').textContent()).to.equal('Shown words')
  })

  it('charts as pictures that can be read out, and the fallback of what it does not know', async () => {
    const card = await chat.ask('charts')
    const pictures = card.getByRole('img')
    const labels = await pictures.evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')))
    expect(labels).to.have.length(3)
    expect(labels[0]).to.equal(
      'Assistant practitioners. Qualified: 20; Second year: 12; First year: 9; Next intake: 15',
    )
    expect(labels[2]).to.include('Band 3: Qualified 4, Second year 7, First year 11')
    expect(await pictures.first().locator('text.value').allTextContents()).to.deep.equal(['20', '12', '9', '15'])
    expect(await card.getByText('The gauge in words: 12.').count()).to.equal(1)
  })

  it('an edited message in its place', async () => {
    const answer = await chat.ask('edit')
    await answer.getByText('After').waitFor()
    expect(await chat.botMessages.count()).to.equal(2)
    expect(await answer.getByText('Edited').count()).to.equal(1)
  })

  it('a file to allow, then to download', async () => {
    const offer = await chat.ask('file')
    await offer.getByRole('button', { name: 'Allow interest.csv' }).click()
    const link = offer.getByRole('link', { name: 'Download interest.csv' })
    const [download] = await Promise.all([watched.page.waitForEvent('download'), link.click()])
    expect(download.suggestedFilename()).to.equal('interest.csv')
  })

  it('a thumb, its reason, and thanks', async () => {
    const answer = await chat.ask('cite')
    await answer.getByRole('button', { name: 'Not helpful' }).click()
    await answer.getByLabel(/What could be better/).fill('It is old')
    await answer.getByRole('button', { name: 'Send feedback' }).click()
    await watched.page.getByText('Feedback: dislike It is old').waitFor()
    await watched.page.getByText('Thank you for your feedback').waitFor()
  })

  it('what the bot could not take, with a Retry that sends it again', async () => {
    await chat.box.fill('fail once')
    await chat.box.press('Enter')
    await chat.banner.getByText('The bot could not answer').waitFor()
    await chat.banner.getByRole('button', { name: 'Retry' }).click()
    await watched.page.getByText('You said: fail once').waitFor()
    await chat.banner.waitFor({ state: 'hidden' })
    expect(await chat.myMessages.count()).to.equal(1)
  })

  it('a lost connection, without losing what was typed', async () => {
    const port = Number(new URL(bot.url).port)
    await bot.close()
    await chat.banner.getByText('The connection to the bot is lost').waitFor()
    await chat.box.fill('Still here')
    await chat.box.press('Enter')
    await chat.banner.getByText('Your message was not sent').waitFor()
    expect(await chat.box.inputValue()).to.equal('Still here')
    bot = await startSampleBot(port)
    await chat.banner.getByRole('button', { name: 'Retry' }).click()
    await watched.page.getByText('You said: Still here').waitFor()
    expect(await chat.box.inputValue()).to.equal('')
  })
})
