import type { Browser, Locator } from 'playwright-core'
import { openPage, type WatchedPage } from './browser.ts'
import { chatPage } from './chatPage.ts'

/** Somebody at their own page, signed in. */
export interface Person extends ReturnType<typeof chatPage> {
  readonly watched: WatchedPage
  /** The bot's last message. */
  last(): Locator
  /** Presses a button of the bot's last message, and waits until the card is not busy. */
  press(title: string): Promise<void>
  /** Waits for these words in the bot's last message. */
  hears(words: string | RegExp): Promise<Locator>
  leave(): Promise<void>
}

export const signedIn = async (browser: Browser, url: string, name: string): Promise<Person> => {
  const watched = await openPage(browser, `${url}/`, { locale: 'en-GB' })
  const { page } = watched
  const chat = chatPage(page)
  await chat.welcomed()
  await chat.signInAs(name)
  await page.locator('article.bot').first().waitFor()
  const last = () => page.locator('article.bot').last()
  return {
    ...chat,
    watched,
    last,
    async press(title) {
      await last().getByRole('button', { name: title, exact: true }).last().click()
      await page.locator('.card[aria-busy="true"]').first().waitFor({ state: 'detached' })
    },
    async hears(words) {
      const message = last().filter({ hasText: words })
      await message.waitFor()
      return message
    },
    leave: () => page.context().close(),
  }
}

export interface Wanted {
  readonly band: string
  readonly role: string
  readonly service: string
}

/** Registers an interest through the form, and answers with its reference. */
export const register = async ({ page, ask }: Person, { band, role, service }: Wanted): Promise<string> => {
  await ask('register my interest')
  const form = page
    .locator('article.bot')
    .filter({ has: page.getByRole('button', { name: 'Save', exact: true }) })
    .last()
  await form.getByLabel('Band (required)').selectOption(band)
  await form.getByLabel('Current role (required)').fill(role)
  await form.getByLabel('Service or team (optional)').fill(service)
  await form.getByLabel('Tell me when something changes').check()
  await form.getByRole('button', { name: 'Save', exact: true }).click()
  const receipt = page
    .locator('article.bot')
    .filter({ hasText: /AP-\w{4}-\w{2}/ })
    .last()
  await receipt.waitFor()
  return /AP-\w{4}-\w{2}/.exec((await receipt.textContent()) ?? '')?.[0] ?? ''
}
