-- +goose Up
-- The history of the catalogue: who said what of an intervention, and when. An entry is
-- never changed; what it says now stands in intervention. Its room has a history of its
-- own.
CREATE TABLE catalogue_entry (
  municipality    text NOT NULL,
  intervention_id uuid NOT NULL,
  at              timestamptz NOT NULL,
  deed            text NOT NULL, -- 'added', 'changed' or 'confirmed'
  was             text, -- JSON: as it stood before; null when it is added
  became          text NOT NULL, -- JSON: as it stood then
  entered_by      uuid NOT NULL,
  PRIMARY KEY (municipality, intervention_id, at),
  FOREIGN KEY (municipality, intervention_id) REFERENCES intervention (municipality, id),
  FOREIGN KEY (municipality, entered_by) REFERENCES account (municipality, id),
  CHECK (deed IN ('added', 'changed', 'confirmed')),
  CHECK ((deed = 'added') = (was IS NULL))
);

CREATE TRIGGER catalogue_entry_unchanged BEFORE UPDATE ON catalogue_entry FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER catalogue_entry_unremoved BEFORE DELETE ON catalogue_entry FOR EACH ROW EXECUTE FUNCTION append_only();
