import { readFileSync } from 'node:fs'
import path from 'node:path'
import { deflateSync } from 'node:zlib'
import { expect } from 'chai'
import { unzipSync, zipSync } from 'fflate'
import { fillManifest } from '../../deploy/teams/manifest.ts'
import { readSettings } from '../../deploy/teams/settings.ts'
import { manifestBytes, packageFaults, zipPackage } from '../../deploy/teams/teamsPackage.ts'
import { conversation } from '../support/conversation.ts'
import { SHIPPED } from '../support/shippedFit.ts'
import { ROOT, readText } from '../support/sources.ts'

const APP_ID = '5f2c1d3e-8a4b-4c6d-9e0f-1a2b3c4d5e6f'
const FOLDER = 'deploy/teams'
const readBytes = (file: string): Buffer => readFileSync(path.join(ROOT, file))
const template = () => JSON.parse(readText(`${FOLDER}/manifest.template.json`))

// biome-ignore lint/suspicious/noExplicitAny: each row spoils the manifest in a way that its type forbids
type Loose = any

const filesWith = (spoil: (manifest: Loose) => void = () => undefined) => {
  const manifest: Loose = fillManifest(template(), readSettings(['--app-id', APP_ID]))
  spoil(manifest)
  return {
    'manifest.json': manifestBytes(manifest),
    'color.png': readBytes(`${FOLDER}/color.png`),
    'outline.png': readBytes(`${FOLDER}/outline.png`),
  }
}

/** A PNG of one colour; the size and the channels are what a test needs of it. */
const plainPng = (width: number, height: number, colour: readonly number[]): Buffer => {
  const chunk = (type: string, body: Buffer): Buffer => {
    const length = Buffer.alloc(4)
    length.writeUInt32BE(body.length)
    return Buffer.concat([length, Buffer.from(type, 'latin1'), body, Buffer.alloc(4)])
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header[8] = 8
  header[9] = colour.length === 4 ? 6 : 2
  const row = Buffer.from([0, ...Array.from({ length: width }, () => colour).flat()])
  const data = deflateSync(Buffer.concat(Array.from({ length: height }, () => row)))
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))])
}

const starters: Loose[] = template().bots[0].commandLists[0].commands

describe('The Teams package', () => {
  it('is without fault, and holds the manifest and two icons alone', () => {
    const zip = zipPackage(filesWith())
    expect(packageFaults(zip)).to.deep.equal([])
    expect(Object.keys(unzipSync(zip))).to.deep.equal(['manifest.json', 'color.png', 'outline.png'])
  })

  it('is the same bytes twice', () => {
    expect(Buffer.from(zipPackage(filesWith())).equals(Buffer.from(zipPackage(filesWith())))).to.equal(true)
  })

  it('serves personal chats, asks for identity alone, and bears the app id as its own and the bot’s', () => {
    const manifest: Loose = fillManifest(template(), readSettings(['--app-id', APP_ID.toUpperCase()]))
    expect([manifest.id, manifest.bots[0].botId]).to.deep.equal([APP_ID, APP_ID])
    expect(manifest.bots[0].scopes).to.deep.equal(['personal'])
    expect(manifest.permissions).to.deep.equal(['identity'])
    expect(manifest).to.not.have.any.keys('authorization', 'webApplicationInfo', 'devicePermissions')
  })

  it('takes host names and the trust’s pages as they are given', () => {
    const args = [
      '--app-id',
      APP_ID,
      '--domain',
      'ap-bot.example.nhs.uk',
      '--website',
      'https://trust.example.nhs.uk/ap',
    ]
    const manifest: Loose = fillManifest(template(), readSettings(args))
    expect(manifest.validDomains).to.deep.equal(['ap-bot.example.nhs.uk'])
    expect(manifest.developer.privacyUrl).to.equal('https://trust.example.nhs.uk/ap/privacy')
    expect(packageFaults(zipPackage({ ...filesWith(), 'manifest.json': manifestBytes(manifest) }))).to.deep.equal([])
  })

  describe('is refused for', () => {
    const rows: [string, (manifest: Loose) => void, RegExp][] = [
      ['an id that is none', (m) => Object.assign(m, { id: 'bot' }), /\/id must match pattern/],
      [
        'a bot of another id',
        (m) => Object.assign(m.bots[0], { botId: APP_ID.replace('5', '6') }),
        /is not the app's id/,
      ],
      ['too long a name', (m) => Object.assign(m.name, { short: 'x'.repeat(31) }), /\/name\/short .* 30 characters/],
      ['too long a full name', (m) => Object.assign(m.name, { full: 'x'.repeat(101) }), /\/name\/full .* 100/],
      [
        'too long a summary',
        (m) => Object.assign(m.description, { short: 'x'.repeat(81) }),
        /description\/short .* 80/,
      ],
      ['too long a description', (m) => Object.assign(m.description, { full: 'x'.repeat(4001) }), /full .* 4000/],
      ['too long a developer', (m) => Object.assign(m.developer, { name: 'x'.repeat(33) }), /developer\/name .* 32/],
      ['an unknown property', (m) => Object.assign(m, { acentColor: '#fff' }), /additional properties \(acentColor\)/],
      ['a property left out', (m) => delete m.description, /required property 'description'/],
      ['another version of the schema', (m) => Object.assign(m, { manifestVersion: '1.29' }), /constant \(1\.30\)/],
      ['a colour by name', (m) => Object.assign(m, { accentColor: 'blue' }), /\/accentColor must match/],
      ['a version that is none', (m) => Object.assign(m, { version: '1.0' }), /\/version is not of the form/],
      [
        'a page without encryption',
        (m) => Object.assign(m.developer, { privacyUrl: 'http://x.nhs.uk/p' }),
        /https:\/\//,
      ],
      ['a page that is none', (m) => Object.assign(m.developer, { termsOfUseUrl: 'our terms' }), /\/termsOfUseUrl/],
      ['a domain with a path', (m) => m.validDomains.push('x.nhs.uk/bot'), /x\.nhs\.uk\/bot is not a bare host/],
      ['a domain with a wildcard', (m) => m.validDomains.push('*.nhs.uk'), /not a bare host/],
      ['a domain that is a web address', (m) => m.validDomains.push('https://x.nhs.uk'), /not a bare host/],
      ['a team’s scope', (m) => m.bots[0].scopes.push('team'), /not personal alone/],
      ['an unknown scope', (m) => m.bots[0].scopes.push('everyone'), /scopes\/1 must be equal to one of/],
      ['a second bot', (m) => m.bots.push(m.bots[0]), /\/bots must NOT have more than 1/],
      ['no files', (m) => Object.assign(m.bots[0], { supportsFiles: false }), /an export could not be sent/],
      ['too many permissions', (m) => m.permissions.push('messageTeamMembers'), /more or less than identity/],
      ['rights in teams', (m) => Object.assign(m, { authorization: {} }), /asks for rights in teams/],
      ['no prompt starters', (m) => Object.assign(m.bots[0], { commandLists: [] }), /no prompt starters/],
      [
        'an empty prompt starter',
        (m) => Object.assign(m.bots[0].commandLists[0].commands[0], { prompt: ' ' }),
        /nothing/,
      ],
      [
        'too long a prompt starter',
        (m) => Object.assign(m.bots[0].commandLists[0].commands[0], { prompt: 'x'.repeat(129) }),
        /is 129 characters long/,
      ],
      [
        'too long a title of a prompt starter',
        (m) => Object.assign(m.bots[0].commandLists[0].commands[0], { title: 'x'.repeat(129) }),
        /title must NOT have more than 128/,
      ],
      [
        'a placeholder left',
        (m) => Object.assign(m.name, { full: 'The {{trust}} bot' }),
        /\{\{trust\}\} was not filled/,
      ],
    ]
    for (const [what, spoil, words] of rows) {
      it(what, () => expect(packageFaults(zipPackage(filesWith(spoil))).join('\n')).to.match(words))
    }

    const blue = [0, 94, 184]
    const files: [string, Record<string, Uint8Array | undefined>, RegExp][] = [
      ['a missing icon', { 'outline.png': undefined }, /^outline\.png is missing$/],
      ['a missing manifest', { 'manifest.json': undefined }, /^manifest\.json is missing$/],
      ['a file that does not belong', { '.env': Buffer.from('') }, /^\.env does not belong$/],
      ['a manifest that is not JSON', { 'manifest.json': Buffer.from('{') }, /^manifest\.json is not JSON/],
      ['a colour icon of another size', { 'color.png': plainPng(96, 192, blue) }, /^color\.png is 96 × 192 pixels/],
      [
        'a colour icon one sees through',
        { 'color.png': plainPng(192, 192, [...blue, 9]) },
        /lets the background through/,
      ],
      ['an outline of another size', { 'outline.png': plainPng(64, 64, [255, 255, 255, 0]) }, /64 × 64 pixels, not 32/],
      ['an outline on a background', { 'outline.png': plainPng(32, 32, [255, 255, 255]) }, /no transparent background/],
      ['an outline in colour', { 'outline.png': plainPng(32, 32, [...blue, 255]) }, /is not white alone/],
      ['an empty outline', { 'outline.png': plainPng(32, 32, [255, 255, 255, 0]) }, /is empty/],
      ['an icon that is no PNG', { 'color.png': Buffer.from('GIF89a') }, /^color\.png cannot be read: It is not a PNG/],
      [
        'an icon cut off',
        { 'color.png': readBytes(`${FOLDER}/color.png`).subarray(0, 900) },
        /color\.png cannot be read/,
      ],
    ]
    for (const [what, over, words] of files) {
      it(what, () => {
        const given = Object.entries({ ...filesWith(), ...over }).filter(([, bytes]) => bytes !== undefined)
        const zip = zipSync(Object.fromEntries(given) as Record<string, Uint8Array>)
        expect(packageFaults(zip).join('\n')).to.match(words)
      })
    }

    it('a file that is no zip', () => {
      expect(packageFaults(Buffer.from('PK')).join()).to.match(/^The package cannot be opened/)
    })
  })

  describe('has prompt starters that the bot', () => {
    const asked = (prompt: string) =>
      prompt === 'Register my interest' || prompt === 'My data' ? 'action' : 'answered'
    conversation(
      'answers or acts on',
      { knowledge: SHIPPED },
      starters.map(({ prompt }) => [prompt, /./, { outcome: asked(prompt) }] as const),
    )
  })
})
