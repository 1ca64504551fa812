import type { AbilityDialog } from '../dialogs/abilityDialog.ts'
import type { Clock } from '../dialogs/clock.ts'
import { CohortsDialog } from '../dialogs/cohorts/cohortsDialog.ts'
import { CurationDialog } from '../dialogs/curation/curationDialog.ts'
import { MyDataDialog } from '../dialogs/myData/myDataDialog.ts'
import { registerDialogs } from '../dialogs/register/registerDialogs.ts'
import { isOneDrive, isOneDriveOrHere, uploader } from '../dialogs/review/export/upload.ts'
import { ReviewDialog } from '../dialogs/review/reviewDialog.ts'
import type { Entry } from '../knowledge/content/knowledge.ts'
import type { Programme } from '../knowledge/content/schema.ts'
import type { Config } from './config.ts'
import type { Services } from './services.ts'

interface AbilitiesOptions {
  config: Pick<Config, 'timeZone' | 'localMode'>
  programme: Programme
  entries: ReadonlyMap<string, Entry>
  services: Services
  clock: Clock
  /** The address at which staff reach the bot's pages; undefined while there is none. */
  publicUrl: () => string | undefined
}

/** The dialogs of all abilities but answering. */
export function abilitiesOf({
  config,
  programme,
  entries,
  services,
  clock,
  publicUrl,
}: AbilitiesOptions): AbilityDialog[] {
  const { interests, cohorts, openCohorts, review, myData, downloads, curation, places, statuses, time } = services
  const exportLink = (token: string): string | undefined => {
    const base = publicUrl()
    return base && `${base}/exports/${token}`
  }
  return [
    new CurationDialog({ service: curation, entries, day: time.day }),
    new ReviewDialog({
      service: review,
      clock,
      places,
      statuses: programme.statuses,
      timeZone: config.timeZone,
      exportLink,
      upload: uploader(config.localMode ? isOneDriveOrHere : isOneDrive),
    }),
    ...registerDialogs({
      interests,
      cohorts: openCohorts,
      vocabulary: places,
      whether: entries.get(programme.whoItIsFor ?? ''),
      notice: programme.privacyNotice,
      programme,
      statuses,
      day: time.day,
    }),
    new MyDataDialog({
      myData,
      day: time.day,
      link: async (actor, format) => {
        const token = publicUrl() && (await downloads.request(actor, format))
        return token && exportLink(token)
      },
    }),
    new CohortsDialog({
      service: cohorts,
      programme,
      clock,
      time,
      vocabulary: { places: namesAndAliases(places.places), services: namesAndAliases(places.services) },
    }),
  ]
}

const namesAndAliases = (named: readonly { name: string; ways: readonly string[] }[]): string[] =>
  named.flatMap(({ name, ways }) => [name, ...ways])
