/** The verbs of the cards' buttons. Anybody can send one: what it does is checked by the services. */
export const VERBS = [
  'interest/start',
  'interest/notify-open',
  'interest/form',
  'interest/save',
  'interest/cancel',
  'interest/change',
  'interest/change-save',
  'interest/change-cancel',
  'interest/status',
  'interest/withdraw',
  'interest/withdraw-confirm',
  'interest/withdraw-keep',
  'my-data/show',
  'my-data/download',
  'my-data/erase',
  'my-data/erase-confirm',
  'my-data/keep',
] as const

export type Verb = (typeof VERBS)[number]
