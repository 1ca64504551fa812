import { CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder'
import restify from 'restify'

/** What Bot Framework and restify cost by themselves: says back what it was told. */
const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}))
const server = restify.createServer()
server.use(restify.plugins.bodyParser())
server.get('/readyz', (_req, res, next) => {
  res.send(200, { status: 'ready' })
  next()
})
server.post('/api/messages', async (req, res) =>
  adapter.process(req, res, async (context) => {
    if (context.activity.type === 'message') await context.sendActivity(`You said: ${context.activity.text}`)
  }),
)
server.listen(Number(process.env.PORT), '127.0.0.1')
