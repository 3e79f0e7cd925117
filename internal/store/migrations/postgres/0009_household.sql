-- +goose Up
-- What has been said of a household, and by whom. A row is never changed: that it was
-- confirmed, ended or taken back is another entry of it, with the row as it stood then.
-- The children of the case stand in child and not here.
CREATE TABLE household_entry (
  municipality text NOT NULL,
  case_id      uuid NOT NULL,
  row_id       uuid NOT NULL,
  at           timestamptz NOT NULL,
  deed         text NOT NULL, -- 'entered', 'confirmed', 'ended' or 'taken_back'
  what         text NOT NULL, -- 'members', 'cost.<kind>' or 'income.<kind>'
  name         text NOT NULL, -- '' where the kind says it all
  amount       bigint NOT NULL, -- öre a month
  job_stimulus boolean NOT NULL,
  adults       integer NOT NULL, -- of the members, as are the next three; 0 for other rows
  size         integer NOT NULL,
  shared       boolean NOT NULL,
  ages         text NOT NULL, -- JSON: of children who are not the case's, in the first month
  from_month   text NOT NULL,
  to_month     text, -- the last; null while it goes on
  provenance   text NOT NULL, -- 'own_statement', 'case_manager' or 'register_file'
  file_name    text NOT NULL, -- of a register's file; '' for none
  file_line    integer NOT NULL,
  file_sha256  text NOT NULL,
  entered_by   uuid NOT NULL,
  PRIMARY KEY (municipality, case_id, row_id, at),
  FOREIGN KEY (municipality, case_id) REFERENCES programme_case (municipality, id),
  FOREIGN KEY (municipality, entered_by) REFERENCES account (municipality, id),
  CHECK (deed IN ('entered', 'confirmed', 'ended', 'taken_back')),
  CHECK (provenance IN ('own_statement', 'case_manager', 'register_file')),
  CHECK (amount >= 0),
  CHECK (to_month IS NULL OR to_month >= from_month)
);

-- The warnings of each household as they stood when they were last looked for, and which
-- of them somebody has looked at.
CREATE TABLE household_watch (
  municipality text NOT NULL,
  case_id      uuid NOT NULL,
  month        text NOT NULL, -- that they are of
  standing     text NOT NULL, -- JSON: keys of warnings
  seen         text NOT NULL, -- JSON: likewise
  new_since    timestamptz, -- when the oldest came that nobody has looked at; null for none
  changed_at   timestamptz NOT NULL,
  PRIMARY KEY (municipality, case_id),
  FOREIGN KEY (municipality, case_id) REFERENCES programme_case (municipality, id)
);

CREATE TRIGGER household_entry_unchanged BEFORE UPDATE ON household_entry FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER household_entry_unremoved BEFORE DELETE ON household_entry FOR EACH ROW EXECUTE FUNCTION append_only();
