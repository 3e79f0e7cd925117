-- +goose Up
-- A run looks back only at what has become known since the run before it.
CREATE INDEX attendance_entry_by_instant ON attendance_entry (municipality, at, day, case_id);
CREATE INDEX decision_by_instant ON decision (municipality, decided_at);
CREATE INDEX child_entry_by_instant ON child_entry (municipality, at);
-- What the amounts and rules were when the run was prepared; '' where it was not kept.
ALTER TABLE payment_run ADD COLUMN law TEXT NOT NULL DEFAULT '';
