-- +goose Up
-- Letters are kept as they were written, one row a language. An appeal, or a request
-- to reconsider, is of what a letter told.

CREATE TABLE letter (
  municipality text NOT NULL,
  id           uuid NOT NULL,
  case_id      uuid NOT NULL,
  kind         text NOT NULL,
  subject_id   uuid NOT NULL, -- what it tells of: a decision, an appeal
  language     text NOT NULL,
  content      text NOT NULL, -- JSON: the letter, block by block
  made_at      timestamptz NOT NULL,
  made_by      uuid NOT NULL,
  informed_on  date, -- the day the person got it
  informed_how text NOT NULL, -- 'opened', 'handed_over' or 'posted', '' until then
  PRIMARY KEY (municipality, id),
  UNIQUE (municipality, subject_id, kind, language),
  FOREIGN KEY (municipality, case_id) REFERENCES programme_case (municipality, id),
  FOREIGN KEY (municipality, made_by) REFERENCES account (municipality, id),
  CHECK ((informed_on IS NULL) = (informed_how = ''))
);
CREATE INDEX letter_by_case ON letter (municipality, case_id, made_at);

CREATE TABLE appeal (
  municipality    text NOT NULL,
  id              uuid NOT NULL,
  case_id         uuid NOT NULL,
  letter_id       uuid NOT NULL, -- that told of what is appealed
  subject_id      uuid NOT NULL, -- what is appealed, as the letter has it
  kind            text NOT NULL, -- 'appeal' or 'reconsideration'
  state           text NOT NULL,
  received_on     date NOT NULL,
  sent_by         text NOT NULL, -- 'participant' or 'representative'
  representative  text NOT NULL, -- name, '' for none
  wish            text NOT NULL, -- how the decision is to change
  reason          text NOT NULL, -- why, in the person's own words
  registered_by   uuid NOT NULL,
  registered_at   timestamptz NOT NULL,
  outcome         text NOT NULL, -- of the reconsideration, '' until then
  judged_by       uuid, -- who reconsidered it, or found it too late
  judged_at       timestamptz,
  judged_reason   text NOT NULL,
  new_decision_id uuid, -- on a place or the programme
  new_recovery_decision_id uuid, -- on what was paid too much
  forwarded_on    date,
  court_outcome   text NOT NULL, -- '' until then
  court_number    text NOT NULL,
  court_on        date,
  withdrawn_on    date,
  PRIMARY KEY (municipality, id),
  FOREIGN KEY (municipality, case_id) REFERENCES programme_case (municipality, id),
  FOREIGN KEY (municipality, letter_id) REFERENCES letter (municipality, id),
  FOREIGN KEY (municipality, registered_by) REFERENCES account (municipality, id),
  FOREIGN KEY (municipality, judged_by) REFERENCES account (municipality, id),
  FOREIGN KEY (municipality, new_decision_id) REFERENCES decision (municipality, id),
  CHECK (new_decision_id IS NULL OR new_recovery_decision_id IS NULL),
  CHECK (state IN ('received', 'late', 'reconsidered', 'forwarded', 'court_decided', 'withdrawn')),
  CHECK ((judged_by IS NULL) = (judged_at IS NULL)),
  CHECK ((court_on IS NULL) = (court_outcome = ''))
);
CREATE INDEX appeal_by_case ON appeal (municipality, case_id, received_on);
-- What waits for somebody: one of a kind for each thing decided.
CREATE UNIQUE INDEX appeal_waiting ON appeal (municipality, subject_id) WHERE state = 'received';

-- +goose StatementBegin
CREATE FUNCTION letter_is_kept() RETURNS trigger AS $$ BEGIN RAISE EXCEPTION 'a letter is kept as it was written'; END $$ LANGUAGE plpgsql;
-- +goose StatementEnd
CREATE TRIGGER letter_is_kept BEFORE UPDATE OF case_id, kind, subject_id, language, content, made_at, made_by ON letter
  FOR EACH ROW EXECUTE FUNCTION letter_is_kept();
-- +goose StatementBegin
CREATE FUNCTION letter_is_got_once() RETURNS trigger AS $$ BEGIN RAISE EXCEPTION 'the day the person got a letter is noted once'; END $$ LANGUAGE plpgsql;
-- +goose StatementEnd
CREATE TRIGGER letter_is_got_once BEFORE UPDATE OF informed_on, informed_how ON letter
  FOR EACH ROW WHEN (OLD.informed_on IS NOT NULL) EXECUTE FUNCTION letter_is_got_once();
