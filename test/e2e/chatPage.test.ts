import { expect } from 'chai'
import type { Browser, Locator } from 'playwright-core'
import { type RunningBot, startBot } from './support/bot.ts'
import { openPage, startBrowser, type WatchedPage } from './support/browser.ts'
import { chatPage } from './support/chatPage.ts'

describe('the chat page before the bot', function () {
  this.timeout(120_000)
  let browser: Browser
  let bot: RunningBot
  let watched: WatchedPage
  let chat: ReturnType<typeof chatPage>

  before(async () => {
    browser = await startBrowser()
    bot = await startBot()
  })
  after(async () => {
    await browser?.close()
    await bot?.stop()
  })
  beforeEach(async () => {
    watched = await openPage(browser, `${bot.url}/`)
    chat = chatPage(watched.page)
    await chat.welcomed()
  })
  afterEach(() => watched.page.context().close())

  const question = 'How many days a week would I be at university?'
  const citationIn = (message: Locator): Locator => message.locator('button.citation').first()
  const citedAnswer = async (): Promise<Locator> => {
    await chat.ask(question)
    const cited = chat.botMessages.filter({ has: watched.page.locator('button.citation') }).last()
    await cited.waitFor()
    return cited
  }

  it('welcomes who opens it', async () => {
    const welcome = chat.botMessages.first()
    expect(await welcome.textContent()).to.match(/bot/i)
    expect(await welcome.getAttribute('aria-label')).to.match(/^Bot, \d\d:\d\d$/)
    expect(watched.errors).to.deep.equal([])
  })

  it('answers a question, and opens its source', async () => {
    const answer = await citedAnswer()
    expect(await answer.textContent()).to.match(/one (university )?day/i)
    await citationIn(answer).click()
    const source = watched.page.getByRole('dialog')
    expect(await source.getByRole('heading').textContent()).not.to.equal('')
    await source.getByRole('button', { name: 'Close' }).click()
    expect(await source.count()).to.equal(0)
    expect(watched.errors).to.deep.equal([])
  })

  it('takes a thumb down with its reason', async () => {
    const answer = await citedAnswer()
    await answer.getByRole('button', { name: 'Not helpful' }).click()
    await answer.getByLabel(/What could be better/).fill('I wanted the dates.')
    await answer.getByRole('button', { name: 'Send feedback' }).click()
    await watched.page.getByText('Thank you for your feedback').last().waitFor()
    expect(watched.errors).to.deep.equal([])
  })

  it("keeps people's conversations apart", async () => {
    await chat.ask('Who do I ask about the Tuesday rota of Amina?')
    await chat.signInAs('Tom Ashworth')
    await chat.welcomed()
    expect(await watched.page.locator('#log').textContent()).not.to.include('Tuesday rota')
    await chat.box.fill('half a thought')
    await chat.signInAs('Amina Yusuf')
    await watched.page.getByText('Tuesday rota').first().waitFor()
    expect(await chat.box.inputValue()).to.equal('')
    await chat.signInAs('Tom Ashworth')
    expect(await chat.box.inputValue()).to.equal('half a thought')
  })

  for (const [name, viewport] of [
    ['a phone 360 pixels wide', { width: 360, height: 640 }],
    ['a laptop at 200 % zoom', { width: 640, height: 360 }],
  ] as const) {
    it(`fits ${name}`, async () => {
      await watched.page.setViewportSize(viewport)
      await citedAnswer()
      expect(await chat.overflow()).to.equal(0)
      for (const control of [chat.box, watched.page.getByRole('button', { name: 'Send', exact: true })]) {
        const place = await control.boundingBox()
        expect((place?.x ?? -1) >= 0 && (place?.x ?? 0) + (place?.width ?? 0) <= viewport.width).to.equal(true)
      }
    })
  }

  it('can be used with the keyboard alone', async () => {
    const { keyboard } = watched.page
    const hasFocus = async (target: Locator): Promise<boolean> =>
      (await target.and(watched.page.locator(':focus')).count()) > 0
    const tabTo = async (target: Locator, key = 'Tab'): Promise<void> => {
      for (let presses = 0; presses < 60; presses += 1) {
        if (await hasFocus(target)) return
        await keyboard.press(key)
      }
      throw new Error('The keyboard does not get there.')
    }
    await watched.page.reload()
    await chat.welcomed()
    await tabTo(watched.page.getByRole('link', { name: 'Skip to the message box' }), 'Shift+Tab')
    await keyboard.press('Enter')
    await keyboard.type('first line')
    await keyboard.press('Shift+Enter')
    expect(await chat.box.inputValue()).to.equal('first line\n')
    await chat.box.fill('')
    await keyboard.type(question)
    const before = await chat.botMessages.count()
    await keyboard.press('Enter')
    await chat.botMessages.nth(before).waitFor()
    const answer = chat.botMessages.filter({ has: watched.page.locator('button.citation') }).last()
    await answer.waitFor()
    await tabTo(citationIn(answer), 'Shift+Tab')
    await keyboard.press('Enter')
    await watched.page.getByRole('dialog').waitFor()
    await keyboard.press('Escape')
    expect(await hasFocus(citationIn(answer))).to.equal(true)
  })
})
