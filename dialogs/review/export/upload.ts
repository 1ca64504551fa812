/** Puts a file where Teams says that a person wants it. */
export type Upload = (url: string, bytes: Buffer) => Promise<boolean>

const TEN_MEGABYTES = 10 * 1024 * 1024
/** OneDrive takes pieces of a multiple of 320 KiB, and at most 60 MiB. */
const PIECE = 32 * 320 * 1024
const HOSTS = /\.(sharepoint\.com|sharepoint\.us|sharepoint-mil\.us|sharepoint\.cn)$/

/** Where Teams keeps people's files. A forged address would have the bot send personal data elsewhere. */
export const isOneDrive = (url: URL): boolean => url.protocol === 'https:' && HOSTS.test(url.hostname)

/** The same, and this computer: for local mode alone. */
export const isOneDriveOrHere = (url: URL): boolean =>
  isOneDrive(url) || (url.protocol === 'http:' && /^(127\.0\.0\.1|localhost|\[::1\])$/.test(url.hostname))

/**
 * An upload by PUT, piece by piece.
 * Source: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/bots-filesv4
 * @param allowed whether a file may go to this address
 */
export const uploader =
  (allowed: (url: URL) => boolean = isOneDrive, send: typeof fetch = fetch): Upload =>
  async (address, bytes) => {
    if (!URL.canParse(address) || !allowed(new URL(address))) return false
    const piece = bytes.length > TEN_MEGABYTES ? PIECE : bytes.length
    try {
      for (let from = 0; from < bytes.length; from += piece) {
        const part = bytes.subarray(from, from + piece)
        const range = `bytes ${from}-${from + part.length - 1}/${bytes.length}`
        const response = await send(address, {
          method: 'PUT',
          headers: { 'content-range': range, 'content-type': 'application/octet-stream' },
          body: new Uint8Array(part),
          redirect: 'error',
          signal: AbortSignal.timeout(20_000),
        })
        await response.arrayBuffer()
        if (!response.ok) return false
      }
      return true
    } catch {
      return false
    }
  }
