-- +goose Up
-- Money: a week can be calculated again, what is paid has a life of its own, and the
-- ledger keeps it all.

-- A calculation says what the week is worth and what the one before it said. Nothing
-- is overwritten: a correction is the next number of the same case and week.
ALTER TABLE compensation_week ADD COLUMN number INTEGER NOT NULL DEFAULT 1;
ALTER TABLE compensation_week ADD COLUMN before_base INTEGER NOT NULL DEFAULT 0; -- kronor
ALTER TABLE compensation_week ADD COLUMN before_child INTEGER NOT NULL DEFAULT 0;
ALTER TABLE compensation_week ADD COLUMN pays INTEGER NOT NULL DEFAULT 0; -- of the rise; the rest meets what the participant has of the week
-- Of a rise, what the participant had already, since it was written off by a decision.
ALTER TABLE compensation_week ADD COLUMN kept INTEGER NOT NULL DEFAULT 0
  CHECK (kept >= 0 AND (kept = 0 OR pays + kept <= total - before_base - before_child));
UPDATE compensation_week SET pays = total;
DROP INDEX compensation_week_once;
CREATE UNIQUE INDEX compensation_week_once ON compensation_week (municipality, case_id, week_from, number) WHERE withdrawn_at IS NULL;
CREATE INDEX compensation_by_week ON compensation_week (municipality, week_from, case_id);

-- One proposal at a time: two could carry the same correction.
DROP INDEX payment_run_proposed;
CREATE UNIQUE INDEX payment_run_proposed ON payment_run (municipality) WHERE state = 'proposed';

CREATE TABLE payer ( -- the municipality as the bank and the accounts know it; every change is a row
  municipality        TEXT NOT NULL,
  id                  TEXT NOT NULL,
  name                TEXT NOT NULL,
  organisation_number TEXT NOT NULL,
  iban                TEXT NOT NULL,
  bic                 TEXT NOT NULL,
  accounts            TEXT NOT NULL, -- JSON: number and name of each account of the ledger
  entered_at          TEXT NOT NULL,
  entered_by          TEXT NOT NULL,
  PRIMARY KEY (municipality, id),
  FOREIGN KEY (municipality, entered_by) REFERENCES account (municipality, id)
) STRICT;

CREATE TABLE pay_account ( -- where a participant is paid; the newest row holds
  municipality TEXT NOT NULL,
  id           TEXT NOT NULL,
  person_id    TEXT NOT NULL,
  kind         TEXT NOT NULL, -- swedish or iban
  clearing     TEXT NOT NULL, -- '' of an IBAN
  number       TEXT NOT NULL,
  entered_at   TEXT NOT NULL,
  entered_by   TEXT NOT NULL,
  PRIMARY KEY (municipality, id),
  FOREIGN KEY (municipality, person_id) REFERENCES person (municipality, id),
  FOREIGN KEY (municipality, entered_by) REFERENCES account (municipality, id)
) STRICT;
CREATE INDEX pay_account_of ON pay_account (municipality, person_id, entered_at, id);

CREATE TABLE payment_file ( -- a file to the bank, kept as it was made
  municipality TEXT NOT NULL,
  id           TEXT NOT NULL,
  run_id       TEXT NOT NULL,
  message      TEXT NOT NULL, -- the message identity that the bank answers to
  content      TEXT NOT NULL,
  sha256       TEXT NOT NULL,
  payments     INTEGER NOT NULL,
  total        INTEGER NOT NULL, -- kronor
  made_at      TEXT NOT NULL,
  made_by      TEXT NOT NULL,
  sent_at      TEXT,
  sent_by      TEXT,
  PRIMARY KEY (municipality, id),
  UNIQUE (municipality, message),
  FOREIGN KEY (municipality, run_id) REFERENCES payment_run (municipality, id),
  FOREIGN KEY (municipality, made_by) REFERENCES account (municipality, id),
  FOREIGN KEY (municipality, sent_by) REFERENCES account (municipality, id),
  CHECK ((sent_at IS NULL) = (sent_by IS NULL))
) STRICT;
CREATE INDEX payment_file_by_run ON payment_file (municipality, run_id);

CREATE TABLE bank_answer ( -- a status file from the bank, taken in once
  municipality TEXT NOT NULL,
  id           TEXT NOT NULL,
  file_id      TEXT NOT NULL,
  content      TEXT NOT NULL,
  sha256       TEXT NOT NULL,
  paid         INTEGER NOT NULL, -- payments
  failed       INTEGER NOT NULL,
  received_at  TEXT NOT NULL,
  received_by  TEXT NOT NULL,
  PRIMARY KEY (municipality, id),
  UNIQUE (municipality, sha256),
  FOREIGN KEY (municipality, file_id) REFERENCES payment_file (municipality, id),
  FOREIGN KEY (municipality, received_by) REFERENCES account (municipality, id)
) STRICT;
CREATE INDEX bank_answer_by_file ON bank_answer (municipality, file_id);

CREATE TABLE payment ( -- one sum to one participant
  municipality TEXT NOT NULL,
  id           TEXT NOT NULL,
  run_id       TEXT NOT NULL,
  case_id      TEXT NOT NULL,
  amount       INTEGER NOT NULL, -- kronor
  state        TEXT NOT NULL,
  replaces     TEXT, -- the failed payment that it repeats
  account_id   TEXT, -- where it was sent, once in a file
  file_id      TEXT,
  reason       TEXT NOT NULL, -- why it failed, by the bank's code
  changed_at   TEXT NOT NULL,
  PRIMARY KEY (municipality, id),
  FOREIGN KEY (municipality, run_id) REFERENCES payment_run (municipality, id),
  FOREIGN KEY (municipality, case_id) REFERENCES programme_case (municipality, id),
  FOREIGN KEY (municipality, replaces) REFERENCES payment (municipality, id),
  FOREIGN KEY (municipality, account_id) REFERENCES pay_account (municipality, id),
  FOREIGN KEY (municipality, file_id) REFERENCES payment_file (municipality, id),
  CHECK (amount > 0),
  CHECK (state IN ('proposed', 'due', 'filed', 'sent', 'paid', 'failed', 'again', 'withdrawn')),
  CHECK (state NOT IN ('filed', 'sent', 'paid', 'failed', 'again') OR (file_id IS NOT NULL AND account_id IS NOT NULL))
) STRICT;
-- A case has one payment of its own in a run, and a failed one is repeated once.
CREATE UNIQUE INDEX payment_once ON payment (municipality, run_id, case_id) WHERE replaces IS NULL;
CREATE UNIQUE INDEX payment_repeated_once ON payment (municipality, replaces) WHERE replaces IS NOT NULL AND state <> 'withdrawn';
-- Every list of runs counts and adds up the payments of each by state, from this alone.
CREATE INDEX payment_by_run ON payment (municipality, run_id, state, case_id, amount);
CREATE INDEX payment_by_file ON payment (municipality, file_id);
CREATE INDEX payment_by_case ON payment (municipality, case_id);
CREATE INDEX payment_at_work ON payment (municipality, state, run_id) WHERE state IN ('due', 'filed', 'sent', 'failed', 'again');

CREATE TABLE ledger_entry ( -- append-only; numbered without a gap in each year
  municipality TEXT NOT NULL,
  id           TEXT NOT NULL,
  year         INTEGER NOT NULL,
  number       INTEGER NOT NULL,
  day          TEXT NOT NULL,
  kind         TEXT NOT NULL,
  about_id     TEXT NOT NULL, -- the run, file, answer or recovery that it records
  at           TEXT NOT NULL,
  by_id        TEXT NOT NULL,
  PRIMARY KEY (municipality, id),
  UNIQUE (municipality, year, number),
  FOREIGN KEY (municipality, by_id) REFERENCES account (municipality, id)
) STRICT;
CREATE INDEX ledger_by_about ON ledger_entry (municipality, about_id);

CREATE TABLE ledger_posting ( -- debit is positive; an entry sums to nothing
  municipality TEXT NOT NULL,
  entry_id     TEXT NOT NULL,
  line         INTEGER NOT NULL,
  account      TEXT NOT NULL,
  amount       INTEGER NOT NULL, -- öre
  case_id      TEXT NOT NULL,
  week_from    TEXT, -- of what is about a week
  PRIMARY KEY (municipality, entry_id, line),
  FOREIGN KEY (municipality, entry_id) REFERENCES ledger_entry (municipality, id),
  FOREIGN KEY (municipality, case_id) REFERENCES programme_case (municipality, id),
  CHECK (amount <> 0)
) STRICT;
CREATE INDEX ledger_by_case ON ledger_posting (municipality, case_id, account, week_from);
-- What a rise of the week meets, read by every run.
CREATE INDEX ledger_in_hand ON ledger_posting (municipality, case_id, week_from, account)
  WHERE account IN ('overpaid', 'written_off');

-- +goose StatementBegin
CREATE TRIGGER ledger_entry_kept_update BEFORE UPDATE ON ledger_entry BEGIN
  SELECT RAISE(ABORT, 'append only: ledger_entry is never changed');
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER ledger_entry_kept_delete BEFORE DELETE ON ledger_entry BEGIN
  SELECT RAISE(ABORT, 'append only: ledger_entry is never changed');
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER ledger_posting_kept_update BEFORE UPDATE ON ledger_posting BEGIN
  SELECT RAISE(ABORT, 'append only: ledger_posting is never changed');
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER ledger_posting_kept_delete BEFORE DELETE ON ledger_posting BEGIN
  SELECT RAISE(ABORT, 'append only: ledger_posting is never changed');
END;
-- +goose StatementEnd
