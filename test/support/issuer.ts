import { createSign, generateKeyPairSync, type KeyObject } from 'node:crypto'
import type { ConfigurationBotFrameworkAuthenticationOptions } from 'botbuilder'
import { listenOnLoopback } from './freePort.ts'

export interface TokenOptions {
  readonly claims?: Record<string, unknown>
  readonly header?: Record<string, unknown>
  /** Signs with a key that the issuer does not publish. */
  readonly withOtherKey?: boolean
}

export interface Issuer {
  readonly appId: string
  /** What makes the adapter believe this issuer instead of Microsoft. */
  readonly authentication: ConfigurationBotFrameworkAuthenticationOptions
  /** An Authorization header as Teams sends it, for `serviceUrl`. */
  authorization(serviceUrl: string, options?: TokenOptions): string
  /** How it answers from now on: with its keys, with an error, or never. */
  behave(how: 'well' | 'broken' | 'silent'): void
  close(): Promise<void>
}

const keyId = 'loopback-key'
const channel = 'https://api.botframework.com'

const key = generateKeyPairSync('rsa', { modulusLength: 2048 })
const otherKey = generateKeyPairSync('rsa', { modulusLength: 2048 })

const encode = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url')

const signed = (header: object, claims: object, key: KeyObject): string => {
  const content = `${encode(header)}.${encode(claims)}`
  return `${content}.${createSign('RSA-SHA256').update(content).sign(key, 'base64url')}`
}

/** An OpenID issuer on loopback, in the place of the Bot Framework's. */
export const startIssuer = async (appId: string): Promise<Issuer> => {
  const published = {
    ...key.publicKey.export({ format: 'jwk' }),
    kid: keyId,
    use: 'sig',
    endorsements: ['msteams', 'webchat'],
  }
  let manner: 'well' | 'broken' | 'silent' = 'well'

  const { url, close } = await listenOnLoopback((req, res) => {
    if (manner === 'silent') return
    res.writeHead(manner === 'well' ? 200 : 500, { 'content-type': 'application/json' })
    res.end(JSON.stringify(req.url === '/keys' ? { keys: [published] } : { issuer: channel, jwks_uri: `${url}/keys` }))
  })

  return {
    appId,
    authentication: {
      ToBotFromChannelOpenIdMetadataUrl: `${url}/metadata`,
      ToBotFromEmulatorOpenIdMetadataUrl: `${url}/metadata`,
      ToBotFromChannelTokenIssuer: channel,
      ToChannelFromBotOAuthScope: channel,
      ToChannelFromBotLoginUrl: `${url}/login`,
      OAuthUrl: `${url}/oauth`,
      CallerId: 'urn:botframework:azure',
      ValidateAuthority: false,
    },
    authorization(serviceUrl, { claims = {}, header = {}, withOtherKey = false } = {}) {
      const now = Math.floor(Date.now() / 1000)
      const all = { iss: channel, aud: appId, serviceurl: serviceUrl, nbf: now - 60, exp: now + 3600, ...claims }
      const pair = withOtherKey ? otherKey : key
      return `Bearer ${signed({ alg: 'RS256', typ: 'JWT', kid: keyId, ...header }, all, pair.privateKey)}`
    },
    behave: (how) => {
      manner = how
    },
    close,
  }
}
