-- +goose Up
-- Money: a week can be calculated again, what is paid has a life of its own, and the
-- ledger keeps it all.

-- A calculation says what the week is worth and what the one before it said. Nothing
-- is overwritten: a correction is the next number of the same case and week.
ALTER TABLE compensation_week ADD COLUMN number integer NOT NULL DEFAULT 1;
ALTER TABLE compensation_week ADD COLUMN before_base bigint NOT NULL DEFAULT 0; -- kronor
ALTER TABLE compensation_week ADD COLUMN before_child bigint NOT NULL DEFAULT 0;
ALTER TABLE compensation_week ADD COLUMN pays bigint NOT NULL DEFAULT 0; -- of the rise; the rest meets what the participant has of the week
-- Of a rise, what the participant had already, since it was written off by a decision.
ALTER TABLE compensation_week ADD COLUMN kept bigint NOT NULL DEFAULT 0
  CHECK (kept >= 0 AND (kept = 0 OR pays + kept <= total - before_base - before_child));
UPDATE compensation_week SET pays = total;
DROP INDEX compensation_week_once;
CREATE UNIQUE INDEX compensation_week_once ON compensation_week (municipality, case_id, week_from, number) WHERE withdrawn_at IS NULL;
CREATE INDEX compensation_by_week ON compensation_week (municipality, week_from, case_id);

-- One proposal at a time: two could carry the same correction.
DROP INDEX payment_run_proposed;
CREATE UNIQUE INDEX payment_run_proposed ON payment_run (municipality) WHERE state = 'proposed';

CREATE TABLE payer ( -- the municipality as the bank and the accounts know it; every change is a row
  municipality        text NOT NULL,
  id                  uuid NOT NULL,
  name                text NOT NULL,
  organisation_number text NOT NULL,
  iban                text NOT NULL,
  bic                 text NOT NULL,
  accounts            text NOT NULL, -- JSON: number and name of each account of the ledger
  entered_at          timestamptz NOT NULL,
  entered_by          uuid NOT NULL,
  PRIMARY KEY (municipality, id),
  FOREIGN KEY (municipality, entered_by) REFERENCES account (municipality, id)
);

CREATE TABLE pay_account ( -- where a participant is paid; the newest row holds
  municipality text NOT NULL,
  id           uuid NOT NULL,
  person_id    uuid NOT NULL,
  kind         text NOT NULL, -- swedish or iban
  clearing     text NOT NULL, -- '' of an IBAN
  number       text NOT NULL,
  entered_at   timestamptz NOT NULL,
  entered_by   uuid NOT NULL,
  PRIMARY KEY (municipality, id),
  FOREIGN KEY (municipality, person_id) REFERENCES person (municipality, id),
  FOREIGN KEY (municipality, entered_by) REFERENCES account (municipality, id)
);
CREATE INDEX pay_account_of ON pay_account (municipality, person_id, entered_at, id);

CREATE TABLE payment_file ( -- a file to the bank, kept as it was made
  municipality text NOT NULL,
  id           uuid NOT NULL,
  run_id       uuid NOT NULL,
  message      text NOT NULL, -- the message identity that the bank answers to
  content      text NOT NULL,
  sha256       text NOT NULL,
  payments     integer NOT NULL,
  total        bigint NOT NULL, -- kronor
  made_at      timestamptz NOT NULL,
  made_by      uuid NOT NULL,
  sent_at      timestamptz,
  sent_by      uuid,
  PRIMARY KEY (municipality, id),
  UNIQUE (municipality, message),
  FOREIGN KEY (municipality, run_id) REFERENCES payment_run (municipality, id),
  FOREIGN KEY (municipality, made_by) REFERENCES account (municipality, id),
  FOREIGN KEY (municipality, sent_by) REFERENCES account (municipality, id),
  CHECK ((sent_at IS NULL) = (sent_by IS NULL))
);
CREATE INDEX payment_file_by_run ON payment_file (municipality, run_id);

CREATE TABLE bank_answer ( -- a status file from the bank, taken in once
  municipality text NOT NULL,
  id           uuid NOT NULL,
  file_id      uuid NOT NULL,
  content      text NOT NULL,
  sha256       text NOT NULL,
  paid         integer NOT NULL, -- payments
  failed       integer NOT NULL,
  received_at  timestamptz NOT NULL,
  received_by  uuid NOT NULL,
  PRIMARY KEY (municipality, id),
  UNIQUE (municipality, sha256),
  FOREIGN KEY (municipality, file_id) REFERENCES payment_file (municipality, id),
  FOREIGN KEY (municipality, received_by) REFERENCES account (municipality, id)
);
CREATE INDEX bank_answer_by_file ON bank_answer (municipality, file_id);

CREATE TABLE payment ( -- one sum to one participant
  municipality text NOT NULL,
  id           uuid NOT NULL,
  run_id       uuid NOT NULL,
  case_id      uuid NOT NULL,
  amount       bigint NOT NULL, -- kronor
  state        text NOT NULL,
  replaces     uuid, -- the failed payment that it repeats
  account_id   uuid, -- where it was sent, once in a file
  file_id      uuid,
  reason       text NOT NULL, -- why it failed, by the bank's code
  changed_at   timestamptz NOT NULL,
  PRIMARY KEY (municipality, id),
  FOREIGN KEY (municipality, run_id) REFERENCES payment_run (municipality, id),
  FOREIGN KEY (municipality, case_id) REFERENCES programme_case (municipality, id),
  FOREIGN KEY (municipality, replaces) REFERENCES payment (municipality, id),
  FOREIGN KEY (municipality, account_id) REFERENCES pay_account (municipality, id),
  FOREIGN KEY (municipality, file_id) REFERENCES payment_file (municipality, id),
  CHECK (amount > 0),
  CHECK (state IN ('proposed', 'due', 'filed', 'sent', 'paid', 'failed', 'again', 'withdrawn')),
  CHECK (state NOT IN ('filed', 'sent', 'paid', 'failed', 'again') OR (file_id IS NOT NULL AND account_id IS NOT NULL))
);
-- A case has one payment of its own in a run, and a failed one is repeated once.
CREATE UNIQUE INDEX payment_once ON payment (municipality, run_id, case_id) WHERE replaces IS NULL;
CREATE UNIQUE INDEX payment_repeated_once ON payment (municipality, replaces) WHERE replaces IS NOT NULL AND state <> 'withdrawn';
-- Every list of runs counts and adds up the payments of each by state, from this alone.
CREATE INDEX payment_by_run ON payment (municipality, run_id, state, case_id, amount);
CREATE INDEX payment_by_file ON payment (municipality, file_id);
CREATE INDEX payment_by_case ON payment (municipality, case_id);
CREATE INDEX payment_at_work ON payment (municipality, state, run_id) WHERE state IN ('due', 'filed', 'sent', 'failed', 'again');

CREATE TABLE ledger_entry ( -- append-only; numbered without a gap in each year
  municipality text NOT NULL,
  id           uuid NOT NULL,
  year         integer NOT NULL,
  number       integer NOT NULL,
  day          date NOT NULL,
  kind         text NOT NULL,
  about_id     uuid NOT NULL, -- the run, file, answer or recovery that it records
  at           timestamptz NOT NULL,
  by_id        uuid NOT NULL,
  PRIMARY KEY (municipality, id),
  UNIQUE (municipality, year, number),
  FOREIGN KEY (municipality, by_id) REFERENCES account (municipality, id)
);
CREATE INDEX ledger_by_about ON ledger_entry (municipality, about_id);

CREATE TABLE ledger_posting ( -- debit is positive; an entry sums to nothing
  municipality text NOT NULL,
  entry_id     uuid NOT NULL,
  line         integer NOT NULL,
  account      text NOT NULL,
  amount       bigint NOT NULL, -- öre
  case_id      uuid NOT NULL,
  week_from    date, -- of what is about a week
  PRIMARY KEY (municipality, entry_id, line),
  FOREIGN KEY (municipality, entry_id) REFERENCES ledger_entry (municipality, id),
  FOREIGN KEY (municipality, case_id) REFERENCES programme_case (municipality, id),
  CHECK (amount <> 0)
);
CREATE INDEX ledger_by_case ON ledger_posting (municipality, case_id, account, week_from);
-- What a rise of the week meets, read by every run.
CREATE INDEX ledger_in_hand ON ledger_posting (municipality, case_id, week_from, account)
  WHERE account IN ('overpaid', 'written_off');

-- +goose StatementBegin
CREATE FUNCTION append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'append only: % is never changed', TG_TABLE_NAME;
END $$;
-- +goose StatementEnd
CREATE TRIGGER ledger_entry_kept BEFORE UPDATE OR DELETE ON ledger_entry FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER ledger_posting_kept BEFORE UPDATE OR DELETE ON ledger_posting FOR EACH ROW EXECUTE FUNCTION append_only();
