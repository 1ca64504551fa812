import type { Locator, Page } from 'playwright-core'

/** The chat page as a person uses it. */
export const chatPage = (page: Page) => {
  const box = page.getByLabel('Type a message')
  const said = page.locator('article.bot')

  const settled = async (before: number): Promise<Locator> => {
    await said.nth(before).waitFor()
    await page.waitForFunction("!document.querySelector('#typing.on')")
    return said.nth((await said.count()) - 1)
  }

  return {
    page,
    box,
    botMessages: said,
    myMessages: page.locator('article.member'),
    banner: page.getByRole('alert').filter({ hasText: 'Retry' }),
    suggestions: page.getByRole('group', { name: 'Suggested replies' }).getByRole('button'),

    /** Waits for the bot's first message in the conversation that is open. */
    welcomed: () => settled(0),

    /** Says something and answers with the bot's last message after it. */
    async ask(text: string): Promise<Locator> {
      const before = await said.count()
      await box.fill(text)
      await page.getByRole('button', { name: 'Send', exact: true }).click()
      return settled(before)
    },

    async signInAs(name: string): Promise<void> {
      const select = page.getByLabel('Signed in as')
      const option = select.locator('option', { hasText: name })
      await select.selectOption(String(await option.getAttribute('value')))
    },

    /** How many pixels the page is wider than the window. */
    overflow: () =>
      page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth'),
  }
}
