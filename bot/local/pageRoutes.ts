import { readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, extname, join } from 'node:path'
import type { Response, Server } from 'restify'
import { respond } from '../respond.ts'
import { handler, param, Refusal } from './http.ts'

const page = join(import.meta.dirname, 'page')
const require = createRequire(import.meta.url)

/** The libraries that the page draws with, by path; undefined in a release, which has no development packages. */
const findLibraries = (): ReadonlyMap<string, string> | undefined => {
  try {
    const adaptiveCards = join(dirname(require.resolve('adaptivecards')), '..', 'dist')
    const markdownIt = join(dirname(require.resolve('markdown-it')), 'browser')
    return new Map([
      ['adaptivecards.js', join(adaptiveCards, 'adaptivecards.min.js')],
      ['adaptivecards.css', join(adaptiveCards, 'adaptivecards.css')],
      ['markdown-it.js', join(markdownIt, 'markdown-it.esm.min.mjs')],
    ])
  } catch {
    return undefined
  }
}

const librariesMissing =
  'The chat page needs the packages adaptivecards and markdown-it, which this release does not have: run npm ci without --omit=dev.'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
}

/** The policies by which the card renderer turns rendered Markdown into HTML. */
const cardPolicies = ['markdownPassthroughPolicy', 'restoreContentsPolicy', 'deprecatedExportedFunctionPolicy']

/** Nothing from elsewhere, nothing inline; HTML is made from text only by the policies named here. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  `trusted-types ${['chat-markdown', ...cardPolicies.map((name) => `adaptivecards#${name}`)].join(' ')}`,
].join('; ')

const sendFile = async (res: Response, path: string): Promise<void> => {
  const bytes = await readFile(path)
  res.writeHead(200, {
    'content-type': types[extname(path)] ?? types['.js'],
    'content-security-policy': contentSecurityPolicy,
    'cross-origin-resource-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-cache',
  })
  res.end(bytes)
}

/** The chat page and its two libraries; a sentence in its place where they are not installed. */
export const pageRoutes = (server: Server, log: { warn(details: object, message: string): void }): void => {
  const files = new Set(readdirSync(page))
  const libraries = findLibraries()
  if (!libraries) log.warn({}, librariesMissing)
  server.get(
    '/',
    handler(async (_req, res) =>
      libraries ? sendFile(res, join(page, 'index.html')) : respond(res, 503, librariesMissing),
    ),
  )
  server.get(
    '/local/page/:file',
    handler(async (req, res) => {
      const file = param(req, 'file')
      if (!files.has(file)) throw new Refusal(404, 'NotFound', 'There is no such file.')
      await sendFile(res, join(page, file))
    }),
  )
  server.get(
    '/local/vendor/:file',
    handler(async (req, res) => {
      const path = libraries?.get(param(req, 'file'))
      if (!path) throw new Refusal(404, 'NotFound', 'There is no such file.')
      await sendFile(res, path)
    }),
  )
}
