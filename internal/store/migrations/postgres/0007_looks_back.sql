-- +goose Up
-- A run looks back only at what has become known since the run before it.
CREATE INDEX attendance_entry_by_instant ON attendance_entry (municipality, at, case_id, day);
CREATE INDEX decision_by_instant ON decision (municipality, decided_at);
CREATE INDEX child_entry_by_instant ON child_entry (municipality, at);
CREATE INDEX case_event_started ON case_event (municipality, case_id, at) WHERE kind = 'programme_started';
-- What the amounts and rules were when the run was prepared; '' where it was not kept.
ALTER TABLE payment_run ADD COLUMN law text NOT NULL DEFAULT '';
-- The least instant of what has been journalled from the run on, lower than its own where a
-- clock was behind; null where it was not kept.
ALTER TABLE payment_run ADD COLUMN since timestamptz;
-- The Monday of the first week that was not held against new amounts; null where all were.
ALTER TABLE payment_run ADD COLUMN unheld_from date;
-- The Monday of the first week that was held for everybody, up to the run's own; null where it
-- was not kept, and then it was the run's own alone.
ALTER TABLE payment_run ADD COLUMN everybody_from date;
