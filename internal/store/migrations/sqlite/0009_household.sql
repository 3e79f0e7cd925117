-- +goose Up
-- What has been said of a household, and by whom. A row is never changed: that it was
-- confirmed, ended or taken back is another entry of it, with the row as it stood then.
-- The children of the case stand in child and not here.
CREATE TABLE household_entry (
  municipality TEXT NOT NULL,
  case_id      TEXT NOT NULL,
  row_id       TEXT NOT NULL,
  at           TEXT NOT NULL,
  deed         TEXT NOT NULL, -- 'entered', 'confirmed', 'ended' or 'taken_back'
  what         TEXT NOT NULL, -- 'members', 'cost.<kind>' or 'income.<kind>'
  name         TEXT NOT NULL, -- '' where the kind says it all
  amount       INTEGER NOT NULL, -- öre a month
  job_stimulus INTEGER NOT NULL,
  adults       INTEGER NOT NULL, -- of the members, as are the next three; 0 for other rows
  size         INTEGER NOT NULL,
  shared       INTEGER NOT NULL,
  ages         TEXT NOT NULL, -- JSON: of children who are not the case's, in the first month
  from_month   TEXT NOT NULL,
  to_month     TEXT, -- the last; null while it goes on
  provenance   TEXT NOT NULL, -- 'own_statement', 'case_manager' or 'register_file'
  file_name    TEXT NOT NULL, -- of a register's file; '' for none
  file_line    INTEGER NOT NULL,
  file_sha256  TEXT NOT NULL,
  entered_by   TEXT NOT NULL,
  PRIMARY KEY (municipality, case_id, row_id, at),
  FOREIGN KEY (municipality, case_id) REFERENCES programme_case (municipality, id),
  FOREIGN KEY (municipality, entered_by) REFERENCES account (municipality, id),
  CHECK (deed IN ('entered', 'confirmed', 'ended', 'taken_back')),
  CHECK (provenance IN ('own_statement', 'case_manager', 'register_file')),
  CHECK (amount >= 0),
  CHECK (to_month IS NULL OR to_month >= from_month)
) STRICT, WITHOUT ROWID;

-- The warnings of each household as they stood when they were last looked for, and which
-- of them somebody has looked at.
CREATE TABLE household_watch (
  municipality TEXT NOT NULL,
  case_id      TEXT NOT NULL,
  month        TEXT NOT NULL, -- that they are of
  standing     TEXT NOT NULL, -- JSON: keys of warnings
  seen         TEXT NOT NULL, -- JSON: likewise
  new_since    TEXT, -- when the oldest came that nobody has looked at; null for none
  changed_at   TEXT NOT NULL,
  PRIMARY KEY (municipality, case_id),
  FOREIGN KEY (municipality, case_id) REFERENCES programme_case (municipality, id)
) STRICT, WITHOUT ROWID;

-- +goose StatementBegin
CREATE TRIGGER household_entry_unchanged BEFORE UPDATE ON household_entry
BEGIN SELECT RAISE(ABORT, 'household_entry is only ever added to'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER household_entry_unremoved BEFORE DELETE ON household_entry
BEGIN SELECT RAISE(ABORT, 'household_entry is only ever added to'); END;
-- +goose StatementEnd
