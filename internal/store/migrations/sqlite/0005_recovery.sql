-- +goose Up
-- What a participant has been paid too much: the statement, their view, a person's
-- decision and the paying back.

CREATE TABLE recovery ( -- one for each case and payment run that found it
  municipality TEXT NOT NULL,
  id           TEXT NOT NULL,
  case_id      TEXT NOT NULL,
  run_id       TEXT NOT NULL,
  state        TEXT NOT NULL,
  ending       TEXT NOT NULL, -- '' until closed
  opened_at    TEXT NOT NULL,
  answer_by    TEXT, -- last day for the participant's view
  fell         INTEGER NOT NULL, -- kronor, as all that follow
  taken_back   INTEGER NOT NULL, -- by later rises, before the decision
  claimed      INTEGER NOT NULL, -- by the first decision
  waived       INTEGER NOT NULL, -- likewise
  dropped      INTEGER NOT NULL, -- of what was claimed, by a later decision
  repaid       INTEGER NOT NULL,
  version      INTEGER NOT NULL,
  changed_at   TEXT NOT NULL,
  PRIMARY KEY (municipality, id),
  UNIQUE (municipality, case_id, run_id),
  FOREIGN KEY (municipality, case_id) REFERENCES programme_case (municipality, id),
  FOREIGN KEY (municipality, run_id) REFERENCES payment_run (municipality, id),
  CHECK (state IN ('opened', 'communicated', 'heard', 'claimed', 'closed')),
  CHECK ((state = 'closed') = (ending <> '')),
  CHECK (fell > 0 AND taken_back >= 0 AND claimed >= 0 AND waived >= 0 AND dropped >= 0 AND repaid >= 0),
  CHECK (taken_back + claimed + waived <= fell),
  CHECK (dropped + repaid <= claimed),
  CHECK (state IN ('opened', 'communicated', 'heard') OR taken_back + claimed + waived = fell),
  CHECK (state <> 'closed' OR dropped + repaid = claimed)
) STRICT;
CREATE INDEX recovery_by_run ON recovery (municipality, run_id);
CREATE INDEX recovery_by_state ON recovery (municipality, state, opened_at);

CREATE TABLE recovery_week ( -- a week that fell, and why
  municipality   TEXT NOT NULL,
  recovery_id    TEXT NOT NULL,
  week_from      TEXT NOT NULL,
  calculation_id TEXT NOT NULL, -- by which it fell
  fell           INTEGER NOT NULL, -- kronor, as all that follow
  taken_back     INTEGER NOT NULL,
  claimed        INTEGER NOT NULL,
  forgiven       INTEGER NOT NULL, -- the participant may keep it, by the first decision or a later one
  justified      INTEGER NOT NULL, -- of it, shown by a later rise to be right
  why            TEXT NOT NULL, -- JSON: what differs from the calculation before
  PRIMARY KEY (municipality, recovery_id, week_from),
  UNIQUE (municipality, calculation_id),
  FOREIGN KEY (municipality, recovery_id) REFERENCES recovery (municipality, id),
  FOREIGN KEY (municipality, calculation_id) REFERENCES compensation_week (municipality, id),
  CHECK (fell > 0 AND taken_back >= 0 AND claimed >= 0 AND taken_back + claimed <= fell),
  CHECK (forgiven >= 0 AND taken_back + forgiven <= fell AND justified >= 0 AND justified <= forgiven)
) STRICT;

CREATE TABLE recovery_view ( -- the participant's own words, or as somebody noted them
  municipality TEXT NOT NULL,
  id           TEXT NOT NULL,
  recovery_id  TEXT NOT NULL,
  words        TEXT NOT NULL,
  noted        INTEGER NOT NULL, -- by somebody else for the participant
  given_at     TEXT NOT NULL,
  given_by     TEXT NOT NULL,
  PRIMARY KEY (municipality, id),
  FOREIGN KEY (municipality, recovery_id) REFERENCES recovery (municipality, id),
  FOREIGN KEY (municipality, given_by) REFERENCES account (municipality, id)
) STRICT;
CREATE INDEX recovery_view_of ON recovery_view (municipality, recovery_id, given_at, id);

CREATE TABLE recovery_decision ( -- append-only; the newest holds for what is left
  municipality TEXT NOT NULL,
  id           TEXT NOT NULL,
  recovery_id  TEXT NOT NULL,
  number       INTEGER NOT NULL,
  decided_at   TEXT NOT NULL,
  decided_by   TEXT NOT NULL,
  amount       INTEGER NOT NULL, -- kronor that it is about
  claim        INTEGER NOT NULL,
  waive        INTEGER NOT NULL,
  reason       TEXT NOT NULL,
  due_day      TEXT, -- of a claim paid all at once
  first_month  TEXT, -- of instalments
  monthly      INTEGER, -- kronor, likewise
  PRIMARY KEY (municipality, id),
  UNIQUE (municipality, recovery_id, number),
  FOREIGN KEY (municipality, recovery_id) REFERENCES recovery (municipality, id),
  FOREIGN KEY (municipality, decided_by) REFERENCES account (municipality, id),
  CHECK (amount > 0 AND claim >= 0 AND waive >= 0 AND claim + waive = amount),
  CHECK ((first_month IS NULL) = (monthly IS NULL)),
  CHECK ((claim > 0) = (due_day IS NOT NULL OR monthly IS NOT NULL)),
  CHECK (due_day IS NULL OR monthly IS NULL)
) STRICT;

CREATE TABLE recovery_repayment ( -- append-only
  municipality TEXT NOT NULL,
  id           TEXT NOT NULL,
  recovery_id  TEXT NOT NULL,
  day          TEXT NOT NULL, -- that the money came
  amount       INTEGER NOT NULL, -- kronor
  recorded_at  TEXT NOT NULL,
  recorded_by  TEXT NOT NULL,
  PRIMARY KEY (municipality, id),
  FOREIGN KEY (municipality, recovery_id) REFERENCES recovery (municipality, id),
  FOREIGN KEY (municipality, recorded_by) REFERENCES account (municipality, id),
  CHECK (amount > 0)
) STRICT;
CREATE INDEX recovery_repayment_of ON recovery_repayment (municipality, recovery_id, day, id);

-- +goose StatementBegin
CREATE TRIGGER recovery_decision_kept_update BEFORE UPDATE ON recovery_decision BEGIN
  SELECT RAISE(ABORT, 'append only: recovery_decision is never changed');
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER recovery_decision_kept_delete BEFORE DELETE ON recovery_decision BEGIN
  SELECT RAISE(ABORT, 'append only: recovery_decision is never changed');
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER recovery_repayment_kept_update BEFORE UPDATE ON recovery_repayment BEGIN
  SELECT RAISE(ABORT, 'append only: recovery_repayment is never changed');
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER recovery_repayment_kept_delete BEFORE DELETE ON recovery_repayment BEGIN
  SELECT RAISE(ABORT, 'append only: recovery_repayment is never changed');
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER recovery_view_kept_update BEFORE UPDATE ON recovery_view BEGIN
  SELECT RAISE(ABORT, 'append only: recovery_view is never changed');
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER recovery_view_kept_delete BEFORE DELETE ON recovery_view BEGIN
  SELECT RAISE(ABORT, 'append only: recovery_view is never changed');
END;
-- +goose StatementEnd
