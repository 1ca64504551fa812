import { createHash } from 'node:crypto'

/** Any key as a document's id: Cosmos DB takes no slash, backslash, question mark or hash in one, and 1,023 bytes. */
export const safeId = (key: string): string => createHash('sha256').update(key).digest('base64url')
