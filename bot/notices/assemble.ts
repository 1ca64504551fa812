import type { CloudAdapter } from 'botbuilder'
import type { Clock } from '../../dialogs/clock.ts'
import type { StatusDefinition } from '../../dialogs/interest/interest.ts'
import { localTime } from '../../dialogs/localTime.ts'
import { retentionSweep } from '../../dialogs/myData/retention.ts'
import { cohortNotices } from '../../dialogs/notices/cohortNotices.ts'
import { digest } from '../../dialogs/notices/digest.ts'
import { interestQueue } from '../../dialogs/notices/interestQueue.ts'
import { noticeReplies } from '../../dialogs/notices/noticeReplies.ts'
import { outbox } from '../../dialogs/notices/outbox.ts'
import { personQueue } from '../../dialogs/notices/personQueue.ts'
import type { BackgroundJob } from '../backgroundJob.ts'
import type { Config } from '../config.ts'
import type { RolesSource } from '../identity/rolesSource.ts'
import type { Logger } from '../logger.ts'
import type { Stores } from '../stores/stores.ts'
import { noticeJobs } from './noticeJobs.ts'
import { botSender } from './sender.ts'

interface NoticeParts {
  config: Pick<Config, 'identity' | 'timeZone'>
  stores: Stores
  adapter: Pick<CloudAdapter, 'continueConversationAsync'>
  roles: RolesSource
  statuses: readonly StatusDefinition[]
  /** What "any later cohort" is called. */
  laterName: string
  clock: Clock
  log: Logger
}

/** The notice jobs on their stores and the adapter: queues → outbox → sender, news of cohorts, digest, retention sweep. */
export const assembleNotices = ({
  config,
  stores,
  adapter,
  roles,
  statuses,
  laterName,
  clock,
  log,
}: NoticeParts): BackgroundJob => {
  const { interests, cohorts, personNotices, references } = stores
  const time = localTime(config.timeZone)
  const replies = noticeReplies({ time, laterName })
  return noticeJobs({
    outbox: outbox({
      queues: [
        interestQueue({ store: interests, cohorts, replies, clock, statuses }),
        personQueue({ store: personNotices, replies }),
      ],
      references,
      sender: botSender({ adapter, appId: config.identity?.appId }),
      clock,
      time,
      onTrouble: (err) => log.warn({ err }, 'The channel did not take a notice'),
    }),
    cohortNotices: cohortNotices({ interests, cohorts, records: stores.programme, clock, statuses }),
    digest: digest({ ...stores, notices: personNotices, roles, clock, time, statuses }),
    sweep: retentionSweep({ ...stores, clock }),
    personNotices,
    clock,
    log,
  })
}
