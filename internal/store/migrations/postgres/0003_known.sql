-- +goose Up
-- What was known when. attendance_day and child say what holds now; every word and
-- every change stands here besides, and none is ever changed or removed. Their keys
-- end with the instant: no two acts of one municipality share one.

CREATE TABLE attendance_entry ( -- in the order in which a week of a case is read
  municipality text NOT NULL,
  case_id      uuid NOT NULL,
  day          date NOT NULL,
  placement_id uuid NOT NULL,
  by_whom      text NOT NULL, -- 'reported', 'confirmed' or 'settled'
  at           timestamptz NOT NULL,
  status       text NOT NULL,
  entered_by   uuid, -- the account; null where it was not kept
  PRIMARY KEY (municipality, case_id, day, placement_id, by_whom, at),
  CHECK (by_whom IN ('reported', 'confirmed', 'settled'))
);

CREATE TABLE child_entry (
  municipality text NOT NULL,
  person_id    uuid NOT NULL,
  child_id     uuid NOT NULL, -- may be gone from child
  at           timestamptz NOT NULL,
  birth        date NOT NULL,
  custody_from date NOT NULL,
  custody_to   date NOT NULL,
  removed      boolean NOT NULL, -- taken away: it was entered by mistake
  entered_by   uuid, -- the account; null where it was not kept
  PRIMARY KEY (municipality, person_id, child_id, at),
  FOREIGN KEY (municipality, person_id) REFERENCES person (municipality, id)
);

-- Amounts and rules of a span of days that the municipality has entered, for days that
-- the program does not know or has wrong. One enters and another approves.
CREATE TABLE rate (
  municipality text NOT NULL,
  id           uuid NOT NULL,
  parameter    text NOT NULL,
  from_day     date NOT NULL,
  to_day       date NOT NULL,
  value        text NOT NULL, -- JSON
  source       text NOT NULL, -- as cited: where it stands
  replaces     boolean NOT NULL, -- a stated correction of what held for the days
  entered_by   uuid NOT NULL,
  entered_at   timestamptz NOT NULL,
  approved_by  uuid,
  approved_at  timestamptz,
  withdrawn_at timestamptz,
  PRIMARY KEY (municipality, id),
  FOREIGN KEY (municipality, entered_by) REFERENCES account (municipality, id),
  FOREIGN KEY (municipality, approved_by) REFERENCES account (municipality, id),
  CHECK (from_day <= to_day),
  CHECK ((approved_by IS NULL) = (approved_at IS NULL)),
  CHECK (approved_at IS NULL OR withdrawn_at IS NULL),
  -- Two pairs of eyes: nobody approves what they entered themselves.
  CHECK (approved_by IS NULL OR approved_by <> entered_by)
);
CREATE INDEX rate_by_approval ON rate (municipality, approved_at);

-- What has been said so far. Words that were given anew before this are gone; each that
-- stands is carried over with its own instant, and the children as known from the first.
INSERT INTO attendance_entry (municipality, case_id, day, placement_id, by_whom, at, status, entered_by)
  SELECT municipality, case_id, day, placement_id, 'reported', reported_at, reported, reported_by
  FROM attendance_day WHERE reported_at IS NOT NULL;
INSERT INTO attendance_entry (municipality, case_id, day, placement_id, by_whom, at, status, entered_by)
  SELECT municipality, case_id, day, placement_id, 'confirmed', confirmed_at, confirmed, confirmed_by
  FROM attendance_day WHERE confirmed_at IS NOT NULL;
INSERT INTO attendance_entry (municipality, case_id, day, placement_id, by_whom, at, status, entered_by)
  SELECT municipality, case_id, day, placement_id, 'settled', settled_at, settled, settled_by
  FROM attendance_day WHERE settled_at IS NOT NULL;
INSERT INTO child_entry (municipality, person_id, child_id, at, birth, custody_from, custody_to, removed, entered_by)
  SELECT municipality, person_id, id, timestamptz '2000-01-01 00:00:00+00', birth, custody_from, custody_to, false, NULL FROM child;

CREATE TRIGGER attendance_entry_unchanged BEFORE UPDATE ON attendance_entry FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER attendance_entry_unremoved BEFORE DELETE ON attendance_entry FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER child_entry_unchanged BEFORE UPDATE ON child_entry FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER child_entry_unremoved BEFORE DELETE ON child_entry FOR EACH ROW EXECUTE FUNCTION append_only();
-- A rate is answered once: approved or withdrawn. What was entered is never rewritten.
CREATE TRIGGER rate_unchanged BEFORE UPDATE ON rate FOR EACH ROW
WHEN (OLD.approved_at IS NOT NULL OR OLD.withdrawn_at IS NOT NULL
  OR NEW.municipality <> OLD.municipality OR NEW.id <> OLD.id OR NEW.parameter <> OLD.parameter
  OR NEW.from_day <> OLD.from_day OR NEW.to_day <> OLD.to_day OR NEW.value <> OLD.value OR NEW.source <> OLD.source
  OR NEW.replaces <> OLD.replaces OR NEW.entered_by <> OLD.entered_by OR NEW.entered_at <> OLD.entered_at)
EXECUTE FUNCTION append_only();
CREATE TRIGGER rate_unremoved BEFORE DELETE ON rate FOR EACH ROW EXECUTE FUNCTION append_only();
