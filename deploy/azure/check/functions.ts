import { createHash } from 'node:crypto'
import { ExpressionError } from './expression.ts'
import type { Json } from './fault.ts'

/** Where a check pretends to deploy. */
export const subscription = '/subscriptions/00000000-0000-0000-0000-00000000000a'
export const resourceGroup = `${subscription}/resourceGroups/bot`
export const tenantId = '00000000-0000-0000-0000-00000000000b'

const wrong = (what: string): never => {
  throw new ExpressionError(what, 'Correct what the function is given')
}

const text = (value: Json | undefined): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : wrong(`${JSON.stringify(value)} is no text`)
const number = (value: Json | undefined): number =>
  typeof value === 'number' ? value : wrong(`${JSON.stringify(value)} is no number`)
const flag = (value: Json | undefined): boolean =>
  typeof value === 'boolean' ? value : wrong(`${JSON.stringify(value)} is neither true nor false`)

const digest = (parts: readonly Json[]): string => createHash('sha256').update(JSON.stringify(parts)).digest('hex')

const guidOf = (parts: readonly Json[]): string =>
  digest(parts).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5')

/** `Namespace/a/b` and the names of a and b, as they stand in an id. */
const provider = ([type, ...names]: readonly Json[]): string => {
  const [namespace, ...kinds] = text(type).split('/')
  if (kinds.length !== names.length) {
    wrong(`${text(type)} has ${kinds.length} part(s) below its namespace, and ${names.length} name(s) are given`)
  }
  return [`/providers/${namespace}`, ...kinds.map((kind, i) => `${kind}/${text(names[i])}`)].join('/')
}

const octets = (address: string): number => address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0)

/** The nth network of a length inside another (IPv4). */
const cidrSubnet = (network: string, length: number, index: number): string => {
  const [base = '', prefix = ''] = network.split('/')
  const size = 2 ** (32 - length)
  const start = octets(base) + index * size
  if (!(start + size <= octets(base) + 2 ** (32 - Number(prefix)))) {
    wrong(`${network} has no network ${index} of length ${length}`)
  }
  return `${[24, 16, 8, 0].map((shift) => Math.floor(start / 2 ** shift) % 256).join('.')}/${length}`
}

type Function = (...args: readonly Json[]) => Json

/**
 * The functions that the template uses and that need nothing but what they are given. What only Azure knows (ids, the
 * hash of a name) is stood in for.
 */
export const functions: Readonly<Record<string, Function>> = {
  and: (...args) => args.every(flag),
  cidrSubnet: (network, length, index) => cidrSubnet(text(network), number(length), number(index)),
  empty: (value) => value === null || Object.keys(value ?? {}).length === 0,
  equals: (a, b) => (typeof a === 'string' && typeof b === 'string' ? a.toLowerCase() === b.toLowerCase() : a === b),
  extensionResourceId: (target, ...rest) => `${text(target)}${provider(rest)}`,
  format: (pattern, ...args) => text(pattern).replace(/\{(\d+)\}/g, (_all, i) => text(args[Number(i)])),
  greater: (a, b) => number(a) > number(b),
  guid: (...args) => guidOf(args),
  resourceGroup: () => ({ id: resourceGroup, name: 'bot' }),
  resourceId: (...args) => `${resourceGroup}${provider(args)}`,
  startsWith: (whole, start) => text(whole).toLowerCase().startsWith(text(start).toLowerCase()),
  string: (value) => text(value),
  subscription: () => ({ id: subscription, tenantId }),
  subscriptionResourceId: (...args) => `${subscription}${provider(args)}`,
  take: (whole, count) => text(whole).slice(0, number(count)),
  uniqueString: (...args) => digest(args).slice(0, 13),
}
