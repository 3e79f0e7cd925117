-- +goose Up
-- What a participant has been paid too much: the statement, their view, a person's
-- decision and the paying back.

CREATE TABLE recovery ( -- one for each case and payment run that found it
  municipality text NOT NULL,
  id           uuid NOT NULL,
  case_id      uuid NOT NULL,
  run_id       uuid NOT NULL,
  state        text NOT NULL,
  ending       text NOT NULL, -- '' until closed
  opened_at    timestamptz NOT NULL,
  answer_by    date, -- last day for the participant's view
  fell         bigint NOT NULL, -- kronor, as all that follow
  taken_back   bigint NOT NULL, -- by later rises, before the decision
  claimed      bigint NOT NULL, -- by the first decision
  waived       bigint NOT NULL, -- likewise
  dropped      bigint NOT NULL, -- of what was claimed, by a later decision
  repaid       bigint NOT NULL,
  version      integer NOT NULL,
  changed_at   timestamptz NOT NULL,
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
);
CREATE INDEX recovery_by_run ON recovery (municipality, run_id);
CREATE INDEX recovery_by_state ON recovery (municipality, state, opened_at);

CREATE TABLE recovery_week ( -- a week that fell, and why
  municipality   text NOT NULL,
  recovery_id    uuid NOT NULL,
  week_from      date NOT NULL,
  calculation_id uuid NOT NULL, -- by which it fell
  fell           bigint NOT NULL, -- kronor, as all that follow
  taken_back     bigint NOT NULL,
  claimed        bigint NOT NULL,
  forgiven       bigint NOT NULL, -- the participant may keep it, by the first decision or a later one
  justified      bigint NOT NULL, -- of it, shown by a later rise to be right
  why            text NOT NULL, -- JSON: what differs from the calculation before
  PRIMARY KEY (municipality, recovery_id, week_from),
  UNIQUE (municipality, calculation_id),
  FOREIGN KEY (municipality, recovery_id) REFERENCES recovery (municipality, id),
  FOREIGN KEY (municipality, calculation_id) REFERENCES compensation_week (municipality, id),
  CHECK (fell > 0 AND taken_back >= 0 AND claimed >= 0 AND taken_back + claimed <= fell),
  CHECK (forgiven >= 0 AND taken_back + forgiven <= fell AND justified >= 0 AND justified <= forgiven)
);

CREATE TABLE recovery_view ( -- the participant's own words, or as somebody noted them
  municipality text NOT NULL,
  id           uuid NOT NULL,
  recovery_id  uuid NOT NULL,
  words        text NOT NULL,
  noted        boolean NOT NULL, -- by somebody else for the participant
  given_at     timestamptz NOT NULL,
  given_by     uuid NOT NULL,
  PRIMARY KEY (municipality, id),
  FOREIGN KEY (municipality, recovery_id) REFERENCES recovery (municipality, id),
  FOREIGN KEY (municipality, given_by) REFERENCES account (municipality, id)
);
CREATE INDEX recovery_view_of ON recovery_view (municipality, recovery_id, given_at, id);

CREATE TABLE recovery_decision ( -- append-only; the newest holds for what is left
  municipality text NOT NULL,
  id           uuid NOT NULL,
  recovery_id  uuid NOT NULL,
  number       integer NOT NULL,
  decided_at   timestamptz NOT NULL,
  decided_by   uuid NOT NULL,
  amount       bigint NOT NULL, -- kronor that it is about
  claim        bigint NOT NULL,
  waive        bigint NOT NULL,
  reason       text NOT NULL,
  due_day      date, -- of a claim paid all at once
  first_month  text, -- of instalments
  monthly      bigint, -- kronor, likewise
  PRIMARY KEY (municipality, id),
  UNIQUE (municipality, recovery_id, number),
  FOREIGN KEY (municipality, recovery_id) REFERENCES recovery (municipality, id),
  FOREIGN KEY (municipality, decided_by) REFERENCES account (municipality, id),
  CHECK (amount > 0 AND claim >= 0 AND waive >= 0 AND claim + waive = amount),
  CHECK ((first_month IS NULL) = (monthly IS NULL)),
  CHECK ((claim > 0) = (due_day IS NOT NULL OR monthly IS NOT NULL)),
  CHECK (due_day IS NULL OR monthly IS NULL)
);

-- An appeal of such a decision is answered by a new one.
ALTER TABLE appeal ADD FOREIGN KEY (municipality, new_recovery_decision_id) REFERENCES recovery_decision (municipality, id);

CREATE TABLE recovery_repayment ( -- append-only
  municipality text NOT NULL,
  id           uuid NOT NULL,
  recovery_id  uuid NOT NULL,
  day          date NOT NULL, -- that the money came
  amount       bigint NOT NULL, -- kronor
  recorded_at  timestamptz NOT NULL,
  recorded_by  uuid NOT NULL,
  PRIMARY KEY (municipality, id),
  FOREIGN KEY (municipality, recovery_id) REFERENCES recovery (municipality, id),
  FOREIGN KEY (municipality, recorded_by) REFERENCES account (municipality, id),
  CHECK (amount > 0)
);
CREATE INDEX recovery_repayment_of ON recovery_repayment (municipality, recovery_id, day, id);

CREATE TRIGGER recovery_decision_kept BEFORE UPDATE OR DELETE ON recovery_decision FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER recovery_repayment_kept BEFORE UPDATE OR DELETE ON recovery_repayment FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER recovery_view_kept BEFORE UPDATE OR DELETE ON recovery_view FOR EACH ROW EXECUTE FUNCTION append_only();
