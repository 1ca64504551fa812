import { assert } from 'chai'
import { isOneDrive, isOneDriveOrHere, uploader } from '../../../dialogs/review/export/upload.ts'
import { type Bench, reviewBench } from './bench.ts'
import { talk } from './talk.ts'

describe('An export in Teams', () => {
  let bench: Bench
  beforeEach(async () => {
    bench = await reviewBench()
  })
  afterEach(() => bench.stores.close())

  it('goes to the person’s OneDrive once they agree, and nowhere else', async () => {
    await bench.put({ name: 'Sue Nowak' })
    const uploads: string[] = []
    const say = talk(bench, { upload: async (url, bytes) => uploads.push(`${url} ${bytes.length > 100}`) > 0 })
    const asked = await say(bench.helen, 'export the band 3s', { action: 'export' })
    assert.include(asked.text, 'What is the file for?')
    const offered = await say(bench.helen, 'the assessment centre panel')
    assert.match(offered.text, /https:\/\/bot\.example\/exports\/[\w-]{43}/)
    const consent = offered.attachments.find(({ contentType }) => contentType.endsWith('file.consent'))
    const acceptContext = consent?.content.acceptContext
    const uploadInfo = {
      uploadUrl: 'https://t.sharepoint.com/up',
      contentUrl: 'https://t.sharepoint.com/f',
      name: 'f.xlsx',
      uniqueId: '1',
      fileType: 'xlsx',
    }
    const accept = {
      submission: { verb: 'review/file-consent', data: { action: 'accept', context: acceptContext, uploadInfo } },
    }
    assert.notInclude((await say(bench.daniel, '', accept)).text, 'The file holds')
    const accepted = await say(bench.helen, '', accept)
    assert.include(accepted.text, 'The file holds 1 interest. Please delete it by 7 February 2014.')
    assert.isTrue(accepted.attachments.some(({ contentType }) => contentType.endsWith('file.info')))
    assert.deepEqual(uploads, ['https://t.sharepoint.com/up true'])
    assert.include((await say(bench.helen, '', accept)).text, 'not to be had any more')
  })

  it('puts files at OneDrive’s addresses alone, in pieces when they are large', async () => {
    const sent: string[] = []
    const send = (async (url: string, { headers }: { headers: Record<string, string> }) => {
      sent.push(`${url} ${headers['content-range']}`)
      return new Response()
    }) as unknown as typeof fetch
    assert.isFalse(await uploader(isOneDrive, send)('https://evil.example/up', Buffer.from('x')))
    assert.isFalse(await uploader(isOneDrive, send)('http://127.0.0.1/up', Buffer.from('x')))
    assert.isTrue(isOneDriveOrHere(new URL('http://127.0.0.1:3978/local/files/1')))
    assert.isFalse(isOneDrive(new URL('https://sharepoint.com.evil.example/up')))
    assert.isTrue(await uploader(isOneDrive, send)('https://t.sharepoint.com/up', Buffer.alloc(11 * 1024 * 1024)))
    assert.deepEqual(sent, [
      'https://t.sharepoint.com/up bytes 0-10485759/11534336',
      'https://t.sharepoint.com/up bytes 10485760-11534335/11534336',
    ])
  })
})
