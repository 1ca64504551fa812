/** The verbs of the cards' buttons. Anybody can send one: what it does is checked by the services. */
export const VERBS = [
  'interest/save',
  'interest/change',
  'interest/withdraw',
  'interest/withdraw-confirm',
  'interest/cancel',
  'interest/start',
  'interest/notify-open',
  'my-data/show',
  'my-data/download',
  'my-data/erase',
  'my-data/erase-confirm',
] as const

export type Verb = (typeof VERBS)[number]
