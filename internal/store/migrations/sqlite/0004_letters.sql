-- +goose Up
-- Letters are kept as they were written, one row a language. An appeal, or a request
-- to reconsider, is of what a letter told.

CREATE TABLE letter (
  municipality TEXT NOT NULL,
  id           TEXT NOT NULL,
  case_id      TEXT NOT NULL,
  kind         TEXT NOT NULL,
  subject_id   TEXT NOT NULL, -- what it tells of: a decision, an appeal
  language     TEXT NOT NULL,
  content      TEXT NOT NULL, -- JSON: the letter, block by block
  made_at      TEXT NOT NULL,
  made_by      TEXT NOT NULL,
  informed_on  TEXT, -- the day the person got it
  informed_how TEXT NOT NULL, -- 'opened', 'handed_over' or 'posted', '' until then
  PRIMARY KEY (municipality, id),
  UNIQUE (municipality, subject_id, kind, language),
  FOREIGN KEY (municipality, case_id) REFERENCES programme_case (municipality, id),
  FOREIGN KEY (municipality, made_by) REFERENCES account (municipality, id),
  CHECK ((informed_on IS NULL) = (informed_how = ''))
) STRICT;
CREATE INDEX letter_by_case ON letter (municipality, case_id, made_at);

CREATE TABLE appeal (
  municipality    TEXT NOT NULL,
  id              TEXT NOT NULL,
  case_id         TEXT NOT NULL,
  letter_id       TEXT NOT NULL, -- that told of what is appealed
  subject_id      TEXT NOT NULL, -- what is appealed, as the letter has it
  kind            TEXT NOT NULL, -- 'appeal' or 'reconsideration'
  state           TEXT NOT NULL,
  received_on     TEXT NOT NULL,
  sent_by         TEXT NOT NULL, -- 'participant' or 'representative'
  representative  TEXT NOT NULL, -- name, '' for none
  wish            TEXT NOT NULL, -- how the decision is to change
  reason          TEXT NOT NULL, -- why, in the person's own words
  registered_by   TEXT NOT NULL,
  registered_at   TEXT NOT NULL,
  outcome         TEXT NOT NULL, -- of the reconsideration, '' until then
  judged_by       TEXT, -- who reconsidered it, or found it too late
  judged_at       TEXT,
  judged_reason   TEXT NOT NULL,
  new_decision_id TEXT, -- on a place or the programme
  new_recovery_decision_id TEXT, -- on what was paid too much
  forwarded_on    TEXT,
  court_outcome   TEXT NOT NULL, -- '' until then
  court_number    TEXT NOT NULL,
  court_on        TEXT,
  withdrawn_on    TEXT,
  PRIMARY KEY (municipality, id),
  FOREIGN KEY (municipality, case_id) REFERENCES programme_case (municipality, id),
  FOREIGN KEY (municipality, letter_id) REFERENCES letter (municipality, id),
  FOREIGN KEY (municipality, registered_by) REFERENCES account (municipality, id),
  FOREIGN KEY (municipality, judged_by) REFERENCES account (municipality, id),
  FOREIGN KEY (municipality, new_decision_id) REFERENCES decision (municipality, id),
  FOREIGN KEY (municipality, new_recovery_decision_id) REFERENCES recovery_decision (municipality, id), -- a table of the next migration
  CHECK (new_decision_id IS NULL OR new_recovery_decision_id IS NULL),
  CHECK (state IN ('received', 'late', 'reconsidered', 'forwarded', 'court_decided', 'withdrawn')),
  CHECK ((judged_by IS NULL) = (judged_at IS NULL)),
  CHECK ((court_on IS NULL) = (court_outcome = ''))
) STRICT;
CREATE INDEX appeal_by_case ON appeal (municipality, case_id, received_on);
-- What waits for somebody: one of a kind for each thing decided.
CREATE UNIQUE INDEX appeal_waiting ON appeal (municipality, subject_id) WHERE state = 'received';

-- +goose StatementBegin
CREATE TRIGGER letter_is_kept BEFORE UPDATE OF case_id, kind, subject_id, language, content, made_at, made_by ON letter
BEGIN SELECT RAISE(ABORT, 'a letter is kept as it was written'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER letter_is_got_once BEFORE UPDATE OF informed_on, informed_how ON letter WHEN OLD.informed_on IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'the day the person got a letter is noted once'); END;
-- +goose StatementEnd
