-- +goose Up
-- A place that was proposed to a participant and that a person chose away, and why. It
-- is not proposed to them again until that is taken back.
CREATE TABLE passed_over (
  municipality    TEXT NOT NULL,
  id              TEXT NOT NULL,
  case_id         TEXT NOT NULL,
  intervention_id TEXT NOT NULL,
  reason          TEXT NOT NULL,
  words           TEXT NOT NULL, -- '' where the reason says it all
  said_by         TEXT NOT NULL,
  said_at         TEXT NOT NULL,
  taken_back_at   TEXT,
  PRIMARY KEY (municipality, id),
  FOREIGN KEY (municipality, case_id) REFERENCES programme_case (municipality, id),
  FOREIGN KEY (municipality, intervention_id) REFERENCES intervention (municipality, id),
  FOREIGN KEY (municipality, said_by) REFERENCES account (municipality, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX passed_over_once ON passed_over (municipality, case_id, intervention_id) WHERE taken_back_at IS NULL;
CREATE INDEX passed_over_by_intervention ON passed_over (municipality, intervention_id, said_at);
