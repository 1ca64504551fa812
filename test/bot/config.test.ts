import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import { expect } from 'chai'
import { type Config, ConfigError, readConfig } from '../../bot/config.ts'
import { settings } from '../../bot/settings.ts'

const appId = '0c000000-0000-4000-8000-00000000000a'
const tenantId = '0c000000-0000-4000-8000-00000000000b'
const group = '0c000000-0000-4000-8000-00000000000c'
const app = { MICROSOFT_APP_ID: appId, MICROSOFT_APP_TENANT_ID: tenantId, MICROSOFT_APP_PASSWORD: 'secret' }
const model = { chatModel: 'gpt-4.1-mini', embeddingModel: undefined, dailyTokens: 500_000 }

type Env = Record<string, string>

describe('the settings', () => {
  it('have a default each, for local mode on this computer', () => {
    const config = readConfig({}, '/srv/bot')
    expect(JSON.parse(JSON.stringify(config))).to.deep.equal({
      port: 3978,
      host: '127.0.0.1',
      dataDir: '/srv/bot/.data',
      knowledgeDir: '/srv/bot/knowledge',
      sentenceVectors: true,
      graphBaseUrl: 'https://graph.microsoft.com',
      smallNumber: 5,
      retentionDays: 365,
      rateLimit: 60,
      timeZone: 'Europe/London',
      logLevel: 'info',
      production: false,
      localMode: true,
    })
  })

  const read: [Env, Partial<Config>][] = [
    [{ PORT: '8080' }, { port: 8080 }],
    [{ PORT: '0' }, { port: 0 }],
    [{ PORT: '' }, { port: 3978 }],
    [{ HOST: '::1' }, { host: '::1' }],
    [{ HOST: 'localhost' }, { host: 'localhost' }],
    [{ DATA_DIR: '/var/bot' }, { dataDir: '/var/bot' }],
    [{ KNOWLEDGE_DIR: 'ours' }, { knowledgeDir: '/srv/bot/ours' }],
    [{ SENTENCE_VECTORS: 'off' }, { sentenceVectors: false }],
    [
      { COSMOS_ENDPOINT: 'https://c.documents.azure.com:443/' },
      {
        cosmos: {
          endpoint: 'https://c.documents.azure.com:443',
          key: undefined,
          database: 'assistant-practitioner-bot',
        },
      },
    ],
    [
      { COSMOS_ENDPOINT: 'http://127.0.0.1:8081', COSMOS_KEY: 'k', COSMOS_DATABASE: 'd' },
      { cosmos: { endpoint: 'http://127.0.0.1:8081', key: 'k', database: 'd' } },
    ],
    [
      app,
      { identity: { appId, password: 'secret', tenantId, type: 'SingleTenant' }, localMode: false, host: '0.0.0.0' },
    ],
    [app, { staffTenantId: tenantId }],
    [{ ...app, STAFF_TENANT_ID: group.toUpperCase() }, { staffTenantId: group }],
    [{ ...app, MICROSOFT_APP_ID: appId.toUpperCase(), HOST: '10.0.0.1' }, { host: '10.0.0.1' }],
    [{ ...app, NODE_ENV: 'production' }, { production: true }],
    [
      { ...app, MICROSOFT_APP_PASSWORD: ' ', MICROSOFT_APP_TYPE: 'userassignedmsi' },
      { identity: { appId, password: undefined, tenantId, type: 'UserAssignedMSI' } },
    ],
    [{ ...app, GRAPH_ROLES: `hr=${group}, manager=${tenantId}` }, { graphRoles: { hr: group, manager: tenantId } }],
    [{ ...app, GRAPH_BASE_URL: 'https://graph.microsoft.us/' }, { graphBaseUrl: 'https://graph.microsoft.us' }],
    [{ GRAPH_ROLES: `hr=${group}`, GRAPH_BASE_URL: 'http://127.0.0.1:1' }, { graphRoles: { hr: group } }],
    [{ OPENAI_API_KEY: 'k' }, { model: { ...model, vendor: 'openai', apiKey: 'k', baseUrl: undefined } }],
    [
      { OPENAI_API_KEY: 'k', OPENAI_BASE_URL: 'http://localhost:1/v1', OPENAI_CHAT_MODEL: 'c' },
      { model: { ...model, chatModel: 'c', vendor: 'openai', apiKey: 'k', baseUrl: 'http://localhost:1/v1' } },
    ],
    [
      { AZURE_OPENAI_ENDPOINT: 'https://a.openai.azure.com', OPENAI_EMBEDDING_MODEL: 'e', OPENAI_DAILY_TOKENS: '9' },
      {
        model: {
          ...model,
          embeddingModel: 'e',
          dailyTokens: 9,
          vendor: 'azure',
          endpoint: 'https://a.openai.azure.com',
          apiKey: undefined,
        },
      },
    ],
    [
      { AZURE_OPENAI_ENDPOINT: 'https://a.openai.azure.com', AZURE_OPENAI_API_KEY: 'k' },
      { model: { ...model, vendor: 'azure', endpoint: 'https://a.openai.azure.com', apiKey: 'k' } },
    ],
    [
      { ...app, NODE_ENV: 'production', OPENAI_API_KEY: 'k', OPENAI_PUBLIC_API_APPROVED: 'yes' },
      { model: { ...model, vendor: 'openai', apiKey: 'k', baseUrl: undefined } },
    ],
    [
      { ...app, NODE_ENV: 'production', AZURE_OPENAI_ENDPOINT: 'https://a.openai.azure.com' },
      { model: { ...model, vendor: 'azure', endpoint: 'https://a.openai.azure.com', apiKey: undefined } },
    ],
    [{ SMALL_NUMBER: '10' }, { smallNumber: 10 }],
    [{ RETENTION_DAYS: '30' }, { retentionDays: 30 }],
    [{ RATE_LIMIT: '5' }, { rateLimit: 5 }],
    [{ RATE_LIMIT: 'off' }, { rateLimit: 'off' }],
    [{ TIME_ZONE: 'UTC' }, { timeZone: 'UTC' }],
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://otel:4318' }, { telemetry: { otlpEndpoint: 'http://otel:4318' } }],
    [
      { APPLICATIONINSIGHTS_CONNECTION_STRING: 'InstrumentationKey=k;x=y' },
      { telemetry: { connectionString: 'InstrumentationKey=k;x=y' } },
    ],
    [{ LOG_LEVEL: 'silent' }, { logLevel: 'silent' }],
  ]
  for (const [env, expected] of read) {
    it(`reads ${JSON.stringify(env)}`, () => expect(readConfig(env, '/srv/bot')).to.deep.include(expected))
  }

  const refused: [Env, string][] = [
    [{ PORT: 'x' }, 'PORT'],
    [{ PORT: '65536' }, 'PORT'],
    [{ PORT: '1.5' }, 'PORT'],
    [{ HOST: '0.0.0.0' }, 'HOST'],
    [{ SENTENCE_VECTORS: 'yes' }, 'SENTENCE_VECTORS'],
    [{ COSMOS_ENDPOINT: 'http://c.documents.azure.com' }, 'COSMOS_ENDPOINT'],
    [{ COSMOS_KEY: 'k' }, 'COSMOS_KEY'],
    [{ ...app, MICROSOFT_APP_ID: 'mine' }, 'MICROSOFT_APP_ID'],
    [{ NODE_ENV: 'production' }, 'MICROSOFT_APP_ID'],
    [{ ...app, MICROSOFT_APP_PASSWORD: '' }, 'MICROSOFT_APP_PASSWORD'],
    [{ MICROSOFT_APP_PASSWORD: 'secret' }, 'MICROSOFT_APP_PASSWORD'],
    [{ ...app, MICROSOFT_APP_TYPE: 'UserAssignedMSI' }, 'MICROSOFT_APP_PASSWORD'],
    [{ ...app, MICROSOFT_APP_TENANT_ID: '' }, 'MICROSOFT_APP_TENANT_ID'],
    [{ ...app, MICROSOFT_APP_TENANT_ID: 'trust.nhs.uk' }, 'MICROSOFT_APP_TENANT_ID'],
    [{ ...app, MICROSOFT_APP_TYPE: 'MultiTenant' }, 'MICROSOFT_APP_TYPE'],
    [{ ...app, STAFF_TENANT_ID: 'trust.nhs.uk' }, 'STAFF_TENANT_ID'],
    [{ STAFF_TENANT_ID: tenantId }, 'STAFF_TENANT_ID'],
    [
      {
        ...{ ...app, MICROSOFT_APP_PASSWORD: '', MICROSOFT_APP_TYPE: 'UserAssignedMSI' },
        ...{ STAFF_TENANT_ID: group, GRAPH_ROLES: `hr=${group}` },
      },
      'GRAPH_ROLES',
    ],
    [{ ...app, MICROSOFT_APP_TYPE: 'constructor' }, 'MICROSOFT_APP_TYPE'],
    [{ ROLES_FILE: '/nowhere/roles.json' }, 'ROLES_FILE'],
    [{ ROLES_FILE: import.meta.filename, GRAPH_ROLES: `hr=${group}` }, 'ROLES_FILE'],
    [{ ...app, GRAPH_ROLES: 'hr=People' }, 'GRAPH_ROLES'],
    [{ ...app, GRAPH_ROLES: `admin=${group}` }, 'GRAPH_ROLES'],
    [{ ...app, GRAPH_ROLES: `hr=${group},hr=${group}` }, 'GRAPH_ROLES'],
    [{ GRAPH_ROLES: `hr=${group}` }, 'GRAPH_ROLES'],
    [{ GRAPH_BASE_URL: 'graph.microsoft.com' }, 'GRAPH_BASE_URL'],
    [{ OPENAI_BASE_URL: 'https://api.example' }, 'OPENAI_BASE_URL'],
    [{ OPENAI_API_KEY: 'k', OPENAI_BASE_URL: 'http://api.example' }, 'OPENAI_BASE_URL'],
    [{ OPENAI_API_KEY: 'k', AZURE_OPENAI_ENDPOINT: 'https://a.openai.azure.com' }, 'OPENAI_API_KEY'],
    [{ AZURE_OPENAI_API_KEY: 'k' }, 'AZURE_OPENAI_API_KEY'],
    [{ AZURE_OPENAI_ENDPOINT: 'mine' }, 'AZURE_OPENAI_ENDPOINT'],
    [{ OPENAI_DAILY_TOKENS: '0' }, 'OPENAI_DAILY_TOKENS'],
    [{ ...app, NODE_ENV: 'production', OPENAI_API_KEY: 'k' }, 'OPENAI_PUBLIC_API_APPROVED'],
    [{ OPENAI_PUBLIC_API_APPROVED: 'perhaps' }, 'OPENAI_PUBLIC_API_APPROVED'],
    [{ SMALL_NUMBER: '-1' }, 'SMALL_NUMBER'],
    [{ SMALL_NUMBER: 'NaN' }, 'SMALL_NUMBER'],
    [{ RETENTION_DAYS: '0' }, 'RETENTION_DAYS'],
    [{ RATE_LIMIT: '0' }, 'RATE_LIMIT'],
    [{ RATE_LIMIT: 'none' }, 'RATE_LIMIT'],
    [{ ...app, RATE_LIMIT: 'off' }, 'RATE_LIMIT'],
    [{ TIME_ZONE: 'Europe/Liverpool' }, 'TIME_ZONE'],
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'otel:4318' }, 'OTEL_EXPORTER_OTLP_ENDPOINT'],
    [{ APPLICATIONINSIGHTS_CONNECTION_STRING: 'k' }, 'APPLICATIONINSIGHTS_CONNECTION_STRING'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL'],
  ]
  for (const [env, name] of refused) {
    it(`refuse ${JSON.stringify(env)}, naming ${name} and the cure`, () => {
      expect(() => readConfig(env)).to.throw(ConfigError, new RegExp(`^${name} .*: .*\\.$`))
    })
  }

  it('never repeat a secret', () => {
    const env = { ...app, MICROSOFT_APP_TYPE: 'UserAssignedMSI' }
    expect(() => readConfig(env))
      .to.throw()
      .with.property('message')
      .that.does.not.include('secret')
  })

  it('cannot be changed', () => {
    const config = readConfig(app)
    expect(Object.isFrozen(config) && Object.isFrozen(config.identity)).to.equal(true)
  })

  it('are all in .env.example, which serves as it is', () => {
    const example = parseEnv(readFileSync(join(import.meta.dirname, '../../.env.example'), 'utf8')) as Env
    expect(Object.keys(example)).to.have.members(Object.keys(settings.shape))
    expect(readConfig(example)).to.deep.equal(readConfig({}))
  })
})

describe('in production, a file that everyone can read', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'config-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  const write = (name: string, text: string, mode: number): string => {
    const path = join(folder, name)
    writeFileSync(path, text)
    chmodSync(path, mode)
    return path
  }
  const production = { ...app, NODE_ENV: 'production' }

  it('may not hold a key', () => {
    write('.env', 'COSMOS_KEY=k', 0o644)
    expect(() => readConfig(production, folder)).to.throw(ConfigError, /^COSMOS_KEY .*: run chmod 600/)
    expect(() => readConfig(app, folder)).not.to.throw()
    write('.env', 'COSMOS_KEY=k', 0o600)
    expect(() => readConfig(production, folder)).not.to.throw()
    write('.env', 'PORT=80\nCOSMOS_KEY=', 0o644)
    expect(() => readConfig(production, folder)).not.to.throw()
  })

  it('may not be the ROLES_FILE', () => {
    const path = write('roles.json', '{}', 0o644)
    const env = { ...production, ROLES_FILE: path }
    expect(() => readConfig(env, folder)).to.throw(ConfigError, /^ROLES_FILE .*: run chmod 640/)
    chmodSync(path, 0o640)
    expect(readConfig(env, folder).rolesFile).to.equal(path)
  })
})
