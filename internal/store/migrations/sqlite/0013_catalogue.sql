-- +goose Up
-- The history of the catalogue: who said what of an intervention, and when. An entry is
-- never changed; what it says now stands in intervention. Its room has a history of its
-- own.
CREATE TABLE catalogue_entry (
  municipality    TEXT NOT NULL,
  intervention_id TEXT NOT NULL,
  at              TEXT NOT NULL,
  deed            TEXT NOT NULL, -- 'added', 'changed' or 'confirmed'
  was             TEXT, -- JSON: as it stood before; null when it is added
  became          TEXT NOT NULL, -- JSON: as it stood then
  entered_by      TEXT NOT NULL,
  PRIMARY KEY (municipality, intervention_id, at),
  FOREIGN KEY (municipality, intervention_id) REFERENCES intervention (municipality, id),
  FOREIGN KEY (municipality, entered_by) REFERENCES account (municipality, id),
  CHECK (deed IN ('added', 'changed', 'confirmed')),
  CHECK ((deed = 'added') = (was IS NULL))
) STRICT, WITHOUT ROWID;

-- +goose StatementBegin
CREATE TRIGGER catalogue_entry_unchanged BEFORE UPDATE ON catalogue_entry
BEGIN SELECT RAISE(ABORT, 'catalogue_entry is only ever added to'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER catalogue_entry_unremoved BEFORE DELETE ON catalogue_entry
BEGIN SELECT RAISE(ABORT, 'catalogue_entry is only ever added to'); END;
-- +goose StatementEnd
