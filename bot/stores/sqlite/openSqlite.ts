import type { SearchTerms } from '../../../dialogs/review/searchTerms.ts'
import type { Stores } from '../stores.ts'
import { keepRecord, sqliteAudit } from './audit.ts'
import { sqliteCohorts } from './cohorts.ts'
import { openDatabase } from './database.ts'
import { sqliteDrafts } from './drafts.ts'
import { sqliteFeedback } from './feedback.ts'
import { sqliteInterests } from './interests.ts'
import { sqlitePersonNotices } from './personNotices.ts'
import { sqliteProgramme } from './programmeRecords.ts'
import { sqliteReferences } from './references.ts'
import { sqliteState } from './state.ts'
import { sqliteUnanswered } from './unanswered.ts'

/**
 * Opens everything the bot keeps in one SQLite file, made when it is not there. Any number of processes on one machine
 * may have it open. Interests, the audit log and cohorts survive a power cut; the rest a crash of the process.
 * @param file its path, or `:memory:`
 * @param terms by which teams and roles are found; as typed when left out
 * @throws StoreUnavailable when it cannot be opened; Error when a newer program wrote it
 */
export const openSqlite = (file: string, terms?: SearchTerms): Stores => {
  const lasting = openDatabase(file, 'full')
  const light = file === ':memory:' ? lasting : openDatabase(file, 'normal')
  return {
    interests: sqliteInterests(lasting, (record) => void keepRecord(lasting, record), terms),
    audit: sqliteAudit(lasting),
    cohorts: sqliteCohorts(lasting),
    programme: sqliteProgramme(lasting),
    drafts: sqliteDrafts(light),
    references: sqliteReferences(light),
    personNotices: sqlitePersonNotices(light),
    unanswered: sqliteUnanswered(light),
    feedback: sqliteFeedback(light),
    state: sqliteState(light),
    async ping() {
      lasting.get('SELECT 1')
    },
    async close() {
      light.close()
      lasting.close()
    },
  }
}
