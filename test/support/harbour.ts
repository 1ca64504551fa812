import path from 'node:path'

/** A trust with two cohorts, one of them closed, and statuses of its own: small, so that its fit takes a moment. */
export const HARBOUR = path.join(import.meta.dirname, '..', 'conversations', 'harbour')
