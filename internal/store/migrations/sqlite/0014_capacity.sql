-- +goose Up
-- The hours of an intervention week by week. A week that is missing holds nothing.
CREATE TABLE capacity_week (
  municipality    TEXT NOT NULL,
  intervention_id TEXT NOT NULL,
  week_from       TEXT NOT NULL, -- its Monday
  capacity        INTEGER NOT NULL, -- hours of all places in the week
  held            INTEGER NOT NULL, -- offered, accepted, started and ended hours of the week
  PRIMARY KEY (municipality, intervention_id, week_from),
  FOREIGN KEY (municipality, intervention_id) REFERENCES intervention (municipality, id),
  -- The capacity invariant: what is held of a week never exceeds what it has.
  CHECK (held >= 0 AND held <= capacity)
) STRICT, WITHOUT ROWID;

-- How much room there is from a week on, with every change. Of several from one week
-- the newest holds.
CREATE TABLE room_change (
  municipality    TEXT NOT NULL,
  id              TEXT NOT NULL,
  intervention_id TEXT NOT NULL,
  week_from       TEXT NOT NULL, -- its Monday
  places          INTEGER NOT NULL,
  hours_per_place INTEGER NOT NULL,
  places_before   INTEGER NOT NULL, -- of the same week, until then
  hours_before    INTEGER NOT NULL,
  entered_at      TEXT, -- null for what it was from the beginning
  entered_by      TEXT,
  withdrawn_at    TEXT,
  withdrawn_by    TEXT,
  PRIMARY KEY (municipality, id),
  FOREIGN KEY (municipality, intervention_id) REFERENCES intervention (municipality, id),
  FOREIGN KEY (municipality, entered_by) REFERENCES account (municipality, id),
  FOREIGN KEY (municipality, withdrawn_by) REFERENCES account (municipality, id),
  CHECK (places >= 0 AND hours_per_place >= 0)
) STRICT;
CREATE INDEX room_change_by_intervention ON room_change (municipality, intervention_id, week_from);

-- When nobody can begin in an intervention, and why.
CREATE TABLE closed_period (
  municipality    TEXT NOT NULL,
  id              TEXT NOT NULL,
  intervention_id TEXT NOT NULL,
  from_day        TEXT NOT NULL,
  to_day          TEXT NOT NULL, -- part of it
  reason          TEXT NOT NULL,
  entered_at      TEXT NOT NULL,
  entered_by      TEXT NOT NULL,
  withdrawn_at    TEXT,
  withdrawn_by    TEXT,
  PRIMARY KEY (municipality, id),
  FOREIGN KEY (municipality, intervention_id) REFERENCES intervention (municipality, id),
  FOREIGN KEY (municipality, entered_by) REFERENCES account (municipality, id),
  FOREIGN KEY (municipality, withdrawn_by) REFERENCES account (municipality, id),
  CHECK (from_day <= to_day)
) STRICT;
CREATE INDEX closed_period_by_intervention ON closed_period (municipality, intervention_id, from_day);
CREATE INDEX job_waiting_by_subject ON job (municipality, subject_id, kind) WHERE done_at IS NULL;

-- What stood is carried over: the room as it was from the beginning, the weeks of those
-- who have hours now, and a look at every queue.
INSERT INTO room_change (municipality, id, intervention_id, week_from, places, hours_per_place, places_before, hours_before)
SELECT municipality, id, id, '1900-01-01', places, hours_per_place, places, hours_per_place FROM intervention;

INSERT INTO capacity_week (municipality, intervention_id, week_from, capacity, held)
WITH RECURSIVE placed (municipality, intervention_id, capacity, hours, monday, last) AS (
  SELECT p.municipality, p.intervention_id, i.places * i.hours_per_place, p.hours, date(p.from_day, 'weekday 0', '-6 days'), p.to_day
  FROM placement p JOIN intervention i ON i.municipality = p.municipality AND i.id = p.intervention_id
  WHERE p.state IN ('offered', 'accepted', 'started')
  UNION ALL
  SELECT municipality, intervention_id, capacity, hours, date(monday, '+7 days'), last FROM placed WHERE date(monday, '+7 days') <= last
)
SELECT municipality, intervention_id, monday, max(capacity), sum(hours) FROM placed GROUP BY municipality, intervention_id, monday;

INSERT INTO job (municipality, id, kind, subject_id, due_at, attempts, failure)
SELECT DISTINCT municipality, intervention_id, 'week_turns', intervention_id, '2026-01-01T00:00:00.000000Z', 0, ''
FROM placement WHERE state = 'queued';

-- The one sum of hours gives way to the weeks. SQLite drops no column that a CHECK
-- names, and takes no CHECK away but in its own table of tables; that is the way its
-- makers describe, and it stands in this transaction.
PRAGMA writable_schema = ON;
UPDATE sqlite_schema SET sql = replace(replace(sql,
    'CHECK (places >= 0 AND hours_per_place >= 0),', 'CHECK (places >= 0 AND hours_per_place >= 0)'),
    'CHECK (held_hours >= 0 AND held_hours <= places * hours_per_place)', '')
  WHERE type = 'table' AND name = 'intervention';
PRAGMA writable_schema = RESET;
ALTER TABLE intervention DROP COLUMN held_hours;
