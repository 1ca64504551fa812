import type { AddressInfo } from 'node:net'
import {
  type AdaptiveCardInvokeResponse,
  type AdaptiveCardInvokeValue,
  CardFactory,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type FileConsentCardResponse,
  MessageFactory,
  TeamsActivityHandler,
  type TurnContext,
} from 'botbuilder'
import restify from 'restify'
import { mountLocalMode } from '../../../bot/local/localMode.ts'
import { keepEntityFields } from '../../../bot/wire/entities.ts'
import { cards } from './sampleCards.ts'

const cited = {
  type: 'message',
  text: '**One day a week at university** and one day of work-based learning [1].\n\n- supported by your service\n- <b>not HTML</b> [2]',
  channelData: { feedbackLoop: { type: 'default' } },
  entities: [
    {
      type: 'https://schema.org/Message',
      '@type': 'Message',
      citation: [
        {
          '@type': 'Claim',
          position: 1,
          appearance: {
            '@type': 'DigitalDocument',
            name: 'Case study: developing assistant practitioners',
            abstract: 'Results and next steps. True at the beginning of 2014.',
            url: 'https://example.org/case-study',
          },
        },
        { '@type': 'Claim', position: 2, appearance: { '@type': 'DigitalDocument', name: 'Second', abstract: 'Two.' } },
      ],
    },
  ],
  suggestedActions: {
    to: [],
    actions: ['How long is it?', 'Who can apply?', 'Who do I ask?', 'A fourth'].map((title) => ({
      type: 'imBack',
      title,
      value: title,
    })),
  },
}

const fileConsent = {
  contentType: 'application/vnd.microsoft.teams.card.file.consent',
  name: 'interest.csv',
  content: { description: 'The interest so far', sizeInBytes: 2048, acceptContext: { n: 1 }, declineContext: { n: 1 } },
}

class SampleBot extends TeamsActivityHandler {
  constructor() {
    super()
    this.onMembersAdded(async (context, next) => {
      await context.sendActivity('**Hello.** I am a bot.')
      await next()
    })
    this.onMessage(async (context) => this.say(context))
  }

  async say(context: TurnContext): Promise<void> {
    const { text = '', value } = context.activity
    if (value) await context.sendActivity(`Value: ${JSON.stringify(value)} ${text}`)
    else if (text === 'cite') await context.sendActivity(cited)
    else if (text === 'file') await context.sendActivity({ type: 'message', attachments: [fileConsent] })
    else if (text === 'edit') {
      const sent = await context.sendActivity('Before')
      await context.updateActivity({ ...MessageFactory.text('After'), id: sent?.id })
    } else if (cards[text]) await context.sendActivity({ attachments: [CardFactory.adaptiveCard(cards[text])] })
    else await context.sendActivity({ type: 'typing' }).then(() => context.sendActivity(`You said: ${text}`))
  }

  override async onAdaptiveCardInvoke(
    _: TurnContext,
    { action }: AdaptiveCardInvokeValue,
  ): Promise<AdaptiveCardInvokeResponse> {
    const card = 'application/vnd.microsoft.card.adaptive'
    if (action.verb === 'save') return { statusCode: 200, type: card, value: cards.receipt as never }
    if (action.verb === 'tell') {
      return { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'Noted.' as never }
    }
    const value = { code: 'Closed', message: 'That cohort is closed.' }
    return { statusCode: 400, type: 'application/vnd.microsoft.error', value: value as never }
  }

  override async onInvokeActivity(context: TurnContext) {
    if (context.activity.name !== 'message/submitAction') return super.onInvokeActivity(context)
    const { reaction, feedback } = context.activity.value.actionValue
    await context.sendActivity(`Feedback: ${reaction} ${JSON.parse(feedback).feedbackText}`)
    return { status: 200 }
  }

  override async handleTeamsFileConsentAccept(context: TurnContext, { uploadInfo }: FileConsentCardResponse) {
    const body = 'reference,band\nAP-7K3F-92,2\n'
    await fetch(String(uploadInfo?.uploadUrl), {
      method: 'PUT',
      headers: { 'content-range': `bytes 0-${body.length - 1}/${body.length}` },
      body,
    })
    await context.sendActivity({
      attachments: [
        {
          contentType: 'application/vnd.microsoft.teams.card.file.info',
          contentUrl: uploadInfo?.contentUrl,
          name: uploadInfo?.name,
          content: { uniqueId: uploadInfo?.uniqueId, fileType: uploadInfo?.fileType },
        },
      ],
    })
  }

  override async handleTeamsFileConsentDecline(context: TurnContext) {
    await context.sendActivity('No file then.')
  }
}

/** A bot that shows everything the page can draw, behind local mode on a free port. */
export const startSampleBot = async (fixedPort = 0): Promise<{ url: string; close(): Promise<void> }> => {
  keepEntityFields()
  const server = restify.createServer()
  const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}))
  const bot = new SampleBot()
  let port = 0
  const local = mountLocalMode(server, { port: () => port, log: { warn: () => undefined } })
  let failed = false
  server.post('/api/messages', async (req, res) => {
    const chunks: Buffer[] = []
    for await (const chunk of req) chunks.push(chunk as Buffer)
    req.body = JSON.parse(Buffer.concat(chunks).toString('utf8'))
    if (req.body.text === 'fail once' && !failed) {
      failed = true
      res.writeHead(500)
      res.end()
      return
    }
    await adapter.process(req, res, (context) => bot.run(context))
  })
  await new Promise<void>((resolve) => server.listen(fixedPort, '127.0.0.1', () => resolve()))
  port = (server.address() as AddressInfo).port
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        local.close()
        server.close(() => resolve())
        server.server.closeAllConnections()
      }),
  }
}
