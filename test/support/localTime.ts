import { localTime } from '../../dialogs/localTime.ts'

/** The clocks of a trust in England. */
export const LONDON = localTime('Europe/London')
