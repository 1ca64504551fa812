import type { Status, StatusDefinition } from './interest.ts'

const status = (id: Status, label: string, next: StatusDefinition['next'], rest: Partial<StatusDefinition> = {}) => ({
  id,
  label,
  next,
  mayRegisterAnew: false,
  badNews: false,
  ...rest,
})

export const FIRST_STATUS: Status = 'registered'
export const WITHDRAWN: Status = 'withdrawn'

/** The statuses of an interest when the trust's content names none. The first and `withdrawn` are always there. */
export const DEFAULT_STATUSES: readonly StatusDefinition[] = [
  status('registered', 'Registered', 'hr'),
  status('reviewed', 'Reviewed', 'hr'),
  status('contacted', 'Contacted', 'person'),
  status('shortlisted', 'Shortlisted', 'hr'),
  status('invited', 'Invited', 'person'),
  status('offered', 'Offered', 'person'),
  status('not-progressing', 'Not progressing', 'nobody', { badNews: true }),
  status('closed', 'Closed', 'nobody', { badNews: true }),
  status('withdrawn', 'Withdrawn', 'nobody', { mayRegisterAnew: true }),
]
