import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { expect } from 'chai'
import type { Browser, Locator } from 'playwright-core'
import { HARBOUR } from '../support/harbour.ts'
import { type RunningBot, startBot } from './support/bot.ts'
import { openPage, startBrowser, type WatchedPage } from './support/browser.ts'
import { chatPage } from './support/chatPage.ts'

/** Where pictures go, to be looked at; none are made without it. */
const SCREENSHOTS = process.env.SCREENSHOTS

for (const [name, viewport] of [
  ['a laptop', { width: 1100, height: 800 }],
  ['a phone 360 pixels wide', { width: 360, height: 640 }],
] as const) {
  describe(`an interest on ${name}`, function () {
    this.timeout(120_000)
    let browser: Browser
    let bot: RunningBot
    let watched: WatchedPage
    let chat: ReturnType<typeof chatPage>
    let pictures = 0

    before(async () => {
      browser = await startBrowser()
      bot = await startBot({ KNOWLEDGE_DIR: HARBOUR, SENTENCE_VECTORS: 'off' })
      watched = await openPage(browser, `${bot.url}/`, { viewport })
      chat = chatPage(watched.page)
      await chat.welcomed()
    })
    after(async () => {
      await browser?.close()
      await bot?.stop()
    })
    afterEach(async () => {
      expect(watched.errors).to.deep.equal([])
      expect(await chat.overflow()).to.equal(0)
    })

    const picture = async (of: Locator, what: string): Promise<void> => {
      if (!SCREENSHOTS) return
      mkdirSync(SCREENSHOTS, { recursive: true })
      pictures += 1
      await watched.page.setViewportSize({ ...viewport, height: 3000 })
      await of.screenshot({ path: path.join(SCREENSHOTS, `${viewport.width}-${pictures}-${what}.png`) })
      await watched.page.setViewportSize(viewport)
    }
    const cardWith = (words: string): Locator => chat.botMessages.filter({ hasText: words }).last()
    const press = (card: Locator, button: string): Promise<void> =>
      card.getByRole('button', { name: button, exact: true }).first().click()

    it('is registered by the form, which says what is missing', async () => {
      await chat.ask('sign me up')
      const form = cardWith('Express your interest')
      expect(await form.getByLabel('Name (required)').inputValue()).to.equal('Amina Yusuf')
      expect(await form.getByLabel('Work e-mail (optional)').inputValue()).to.equal('amina.yusuf@trust.example')
      await press(form, 'Save')
      await form.getByText('Choose your band.').waitFor()
      await picture(form, 'form-with-problems')
      await form.getByLabel('Band (required)').selectOption({ label: 'Band 3' })
      await form.getByLabel('Current role (required)').fill('therapy assistant')
      await form.getByLabel('Why you are interested (optional)').fill('To learn')
      await press(form, 'Read the whole notice')
      await picture(form, 'form-filled')
      await press(form, 'Save')
      const receipt = cardWith('Your interest is saved')
      await receipt.waitFor()
      expect(await receipt.textContent()).to.match(/AP-[2-9A-Z]{4}-[2-9A-Z]{2}[\s\S]*not an application/)
      await picture(receipt, 'receipt')
    })

    it('has its band changed by the form, and by typing after a summary', async () => {
      await press(cardWith('Your interest is saved'), 'Change')
      const form = cardWith('Change your expression of interest')
      await form.waitFor()
      await form.getByLabel('Band (required)').selectOption({ label: 'Band 4' })
      await picture(form, 'change-form')
      await press(form, 'Save')
      await cardWith('Your changes are saved').waitFor()
      const summary = await chat.ask('change my band to 2')
      expect(await summary.textContent()).to.match(/Band: 2 \(it was 4\)/)
      await picture(summary, 'change-summary')
      await press(summary, 'Save')
      await chat.botMessages.filter({ hasText: 'Your changes are saved' }).nth(1).waitFor()
      const status = await chat.ask('my status')
      expect(await status.textContent()).to.match(/Band: 2/)
      await picture(status, 'status')
    })

    it('is seen under My data, and downloaded once', async () => {
      const data = await chat.ask('show my data')
      expect(await data.textContent()).to.match(/What we hold about you[\s\S]*Who can see this[\s\S]*therapy assistant/)
      await picture(data, 'my-data')
      await press(data, 'Download as a page')
      const link = chat.botMessages.last().getByRole('link', { name: 'Download what we hold about you' })
      const opened = await watched.page.context().newPage()
      await opened.setViewportSize(viewport)
      await opened.goto(String(await link.getAttribute('href')))
      await picture(opened.locator('body'), 'download')
      await opened.getByRole('button', { name: 'Download' }).click()
      await opened.getByRole('heading', { name: 'What we hold about Amina Yusuf' }).waitFor()
      expect(
        await opened.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth'),
      ).to.equal(0)
      await picture(opened.locator('body'), 'downloaded-page')
      await opened.close()
    })

    it('is withdrawn and registered anew', async () => {
      const asked = await chat.ask('withdraw my interest')
      await picture(asked, 'withdraw')
      await press(asked, 'Keep it')
      await cardWith('Your interest stays as it is').waitFor()
      await press(asked, 'Withdraw')
      const withdrawn = cardWith('You have withdrawn your interest')
      await withdrawn.waitFor()
      await picture(withdrawn, 'withdrawn')
      const summary = await chat.ask('register me again, therapy assistant band 3')
      await picture(summary, 'summary')
      await press(summary, 'Save')
      await cardWith('Your interest is saved').waitFor()
      const already = await chat.ask('sign me up')
      expect(await already.textContent()).to.match(/You have already registered/)
      await picture(already, 'already-registered')
    })

    it('is erased, with a receipt, and earlier cards are blanked', async () => {
      const asked = await chat.ask('erase my data')
      await picture(asked, 'erase')
      await press(asked, 'Erase')
      const receipt = cardWith('Your data is erased')
      await receipt.waitFor()
      expect(await receipt.textContent()).to.match(/Teams keeps its own copy/)
      await picture(receipt, 'erased')
      await chat.botMessages.filter({ hasText: 'What stood here was erased' }).first().waitFor()
      expect(await watched.page.locator('#log article.bot').allTextContents()).not.to.match(/therapy assistant/)
      await picture(watched.page.locator('body'), 'whole-page')
      expect(await (await chat.ask('my status')).textContent()).to.match(/no expression of interest/)
      await picture(watched.page.locator('body'), 'after')
    })
  })
}
