/**
 * Each brings the database from the version before to its own (its place in the list, from 1). Never changed once
 * released: what is to be different comes as a further one.
 */
export const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE interest (
    place INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    version TEXT NOT NULL,
    tenant_id TEXT NOT NULL,
    person_id TEXT,
    email_key TEXT NOT NULL,
    cohort_id TEXT NOT NULL,
    band TEXT NOT NULL,
    service TEXT NOT NULL,
    status TEXT NOT NULL,
    status_since TEXT NOT NULL,
    registered_at TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    held_until TEXT,
    notice_due TEXT,
    search TEXT NOT NULL,
    body TEXT NOT NULL
  ) STRICT;
  CREATE INDEX interest_person ON interest (tenant_id, person_id);
  CREATE INDEX interest_email ON interest (tenant_id, email_key) WHERE email_key <> '';
  CREATE INDEX interest_count ON interest (cohort_id, band, service, status);
  CREATE INDEX interest_registered ON interest (registered_at);
  CREATE INDEX interest_expires ON interest (expires_at, id);
  CREATE INDEX interest_notice ON interest (notice_due) WHERE notice_due IS NOT NULL;

  CREATE VIRTUAL TABLE interest_words USING fts5 (
    name, service, base, manager, facets,
    detail = column, columnsize = 0,
    tokenize = "unicode61 remove_diacritics 0 categories 'L* N* S* M*'"
  );
  INSERT INTO interest_words (interest_words, rank) VALUES ('secure-delete', 1);

  CREATE TABLE reference (reference TEXT PRIMARY KEY, interest_id TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE INDEX reference_interest ON reference (interest_id);

  CREATE TABLE audit (
    place INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    at TEXT NOT NULL,
    body TEXT NOT NULL
  ) STRICT;
  CREATE INDEX audit_kind ON audit (kind, at, id);
  CREATE TABLE export_interest (
    interest_id TEXT NOT NULL,
    export_id TEXT NOT NULL,
    PRIMARY KEY (interest_id, export_id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX export_interest_export ON export_interest (export_id);

  CREATE TABLE cohort (id TEXT PRIMARY KEY, version TEXT NOT NULL, body TEXT NOT NULL) STRICT;
  `,
  `
  CREATE TABLE draft (
    tenant_id TEXT NOT NULL, person_id TEXT NOT NULL, expires_at TEXT NOT NULL, body TEXT NOT NULL,
    PRIMARY KEY (tenant_id, person_id)
  ) STRICT;
  CREATE INDEX draft_expires ON draft (expires_at);

  CREATE TABLE conversation (
    tenant_id TEXT NOT NULL, person_id TEXT NOT NULL, body TEXT NOT NULL,
    PRIMARY KEY (tenant_id, person_id)
  ) STRICT;

  CREATE TABLE question (
    id TEXT PRIMARY KEY, version TEXT NOT NULL, state TEXT NOT NULL, count INTEGER NOT NULL,
    expires_at TEXT NOT NULL, body TEXT NOT NULL
  ) STRICT;
  CREATE INDEX question_state ON question (state, count DESC);
  CREATE INDEX question_expires ON question (expires_at);
  CREATE TABLE question_person (
    tenant_id TEXT NOT NULL, person_id TEXT NOT NULL, question_id TEXT NOT NULL,
    PRIMARY KEY (tenant_id, person_id, question_id)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE feedback (turn_id TEXT PRIMARY KEY, at TEXT NOT NULL, body TEXT NOT NULL) STRICT;
  CREATE INDEX feedback_at ON feedback (at);

  CREATE TABLE state (
    key TEXT PRIMARY KEY, version TEXT NOT NULL, written_at INTEGER NOT NULL, body TEXT NOT NULL
  ) STRICT;
  CREATE INDEX state_written ON state (written_at);
  `,
  `
  CREATE TABLE programme_record (id TEXT PRIMARY KEY, version TEXT NOT NULL, body TEXT NOT NULL) STRICT;
  `,
  `
  CREATE TABLE person_notice (
    id TEXT PRIMARY KEY, version TEXT NOT NULL, tenant_id TEXT NOT NULL, person_id TEXT NOT NULL,
    due_at TEXT, expires_at TEXT NOT NULL, body TEXT NOT NULL
  ) STRICT;
  CREATE INDEX person_notice_due ON person_notice (due_at) WHERE due_at IS NOT NULL;
  CREATE INDEX person_notice_person ON person_notice (tenant_id, person_id);
  CREATE INDEX person_notice_expires ON person_notice (expires_at);
  `,
  `
  DROP TABLE interest_words;
  CREATE VIRTUAL TABLE interest_words USING fts5 (
    name, service, base, manager, team, role, assignee, facets,
    detail = column, columnsize = 0,
    tokenize = "unicode61 remove_diacritics 0 categories 'L* N* S* M*'"
  );
  INSERT INTO interest_words (interest_words, rank) VALUES ('secure-delete', 1);

  CREATE TABLE search_terms (version TEXT NOT NULL) STRICT;
  `,
  `
  DROP TABLE interest_words;
  DROP INDEX interest_registered;
  ALTER TABLE interest DROP COLUMN search;
  ALTER TABLE interest ADD COLUMN assignee TEXT NOT NULL DEFAULT '';
  ALTER TABLE interest ADD COLUMN manager_knows TEXT NOT NULL DEFAULT '';
  ALTER TABLE interest ADD COLUMN name_words TEXT NOT NULL DEFAULT '';
  ALTER TABLE interest ADD COLUMN service_words TEXT NOT NULL DEFAULT '';
  ALTER TABLE interest ADD COLUMN base_words TEXT NOT NULL DEFAULT '';
  ALTER TABLE interest ADD COLUMN manager_words TEXT NOT NULL DEFAULT '';
  ALTER TABLE interest ADD COLUMN team_words TEXT NOT NULL DEFAULT '';
  ALTER TABLE interest ADD COLUMN role_words TEXT NOT NULL DEFAULT '';
  ALTER TABLE interest ADD COLUMN assignee_words TEXT NOT NULL DEFAULT '';
  CREATE INDEX interest_in_order ON interest (
    status_since, place, status, cohort_id, band, assignee, manager_knows, registered_at,
    name_words, service_words, base_words, manager_words, team_words, role_words, assignee_words
  );
  CREATE INDEX interest_by_status ON interest (
    status, status_since, cohort_id, band, assignee, manager_knows, registered_at,
    name_words, service_words, base_words, manager_words, team_words, role_words, assignee_words
  );
  DELETE FROM search_terms;
  `,
]
