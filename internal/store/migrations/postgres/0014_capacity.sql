-- +goose Up
-- The hours of an intervention week by week. A week that is missing holds nothing.
CREATE TABLE capacity_week (
  municipality    text NOT NULL,
  intervention_id uuid NOT NULL,
  week_from       date NOT NULL, -- its Monday
  capacity        integer NOT NULL, -- hours of all places in the week
  held            integer NOT NULL, -- offered, accepted, started and ended hours of the week
  PRIMARY KEY (municipality, intervention_id, week_from),
  FOREIGN KEY (municipality, intervention_id) REFERENCES intervention (municipality, id),
  -- The capacity invariant: what is held of a week never exceeds what it has.
  CHECK (held >= 0 AND held <= capacity)
);

-- How much room there is from a week on, with every change. Of several from one week
-- the newest holds.
CREATE TABLE room_change (
  municipality    text NOT NULL,
  id              uuid NOT NULL,
  intervention_id uuid NOT NULL,
  week_from       date NOT NULL, -- its Monday
  places          integer NOT NULL,
  hours_per_place integer NOT NULL,
  places_before   integer NOT NULL, -- of the same week, until then
  hours_before    integer NOT NULL,
  entered_at      timestamptz, -- null for what it was from the beginning
  entered_by      uuid,
  withdrawn_at    timestamptz,
  withdrawn_by    uuid,
  PRIMARY KEY (municipality, id),
  FOREIGN KEY (municipality, intervention_id) REFERENCES intervention (municipality, id),
  FOREIGN KEY (municipality, entered_by) REFERENCES account (municipality, id),
  FOREIGN KEY (municipality, withdrawn_by) REFERENCES account (municipality, id),
  CHECK (places >= 0 AND hours_per_place >= 0)
);
CREATE INDEX room_change_by_intervention ON room_change (municipality, intervention_id, week_from);

-- When nobody can begin in an intervention, and why.
CREATE TABLE closed_period (
  municipality    text NOT NULL,
  id              uuid NOT NULL,
  intervention_id uuid NOT NULL,
  from_day        date NOT NULL,
  to_day          date NOT NULL, -- part of it
  reason          text NOT NULL,
  entered_at      timestamptz NOT NULL,
  entered_by      uuid NOT NULL,
  withdrawn_at    timestamptz,
  withdrawn_by    uuid,
  PRIMARY KEY (municipality, id),
  FOREIGN KEY (municipality, intervention_id) REFERENCES intervention (municipality, id),
  FOREIGN KEY (municipality, entered_by) REFERENCES account (municipality, id),
  FOREIGN KEY (municipality, withdrawn_by) REFERENCES account (municipality, id),
  CHECK (from_day <= to_day)
);
CREATE INDEX closed_period_by_intervention ON closed_period (municipality, intervention_id, from_day);
CREATE INDEX job_waiting_by_subject ON job (municipality, subject_id, kind) WHERE done_at IS NULL;

-- What stood is carried over: the room as it was from the beginning, the weeks of those
-- who have hours now, and a look at every queue.
INSERT INTO room_change (municipality, id, intervention_id, week_from, places, hours_per_place, places_before, hours_before)
SELECT municipality, id, id, DATE '1900-01-01', places, hours_per_place, places, hours_per_place FROM intervention;

INSERT INTO capacity_week (municipality, intervention_id, week_from, capacity, held)
SELECT p.municipality, p.intervention_id, CAST(w.monday AS date), max(i.places * i.hours_per_place), sum(p.hours)
FROM placement p JOIN intervention i ON i.municipality = p.municipality AND i.id = p.intervention_id
CROSS JOIN LATERAL generate_series(date_trunc('week', CAST(p.from_day AS timestamp)), CAST(p.to_day AS timestamp), interval '7 days') AS w (monday)
WHERE p.state IN ('offered', 'accepted', 'started')
GROUP BY p.municipality, p.intervention_id, w.monday;

INSERT INTO job (municipality, id, kind, subject_id, due_at, attempts, failure)
SELECT DISTINCT municipality, intervention_id, 'week_turns', intervention_id, TIMESTAMPTZ '2026-01-01 00:00:00Z', 0, ''
FROM placement WHERE state = 'queued';

-- The one sum of hours gives way to the weeks.
ALTER TABLE intervention DROP COLUMN held_hours; -- and with it the CHECK that named it
