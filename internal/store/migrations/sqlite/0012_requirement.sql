-- +goose Up
-- Which main obstacle somebody has from a month on. A row is never changed: that it was
-- a mistake is another entry of it.
CREATE TABLE obstacle_entry (
  municipality TEXT NOT NULL,
  case_id      TEXT NOT NULL,
  row_id       TEXT NOT NULL,
  deed         TEXT NOT NULL, -- 'entered' or 'taken_back'
  at           TEXT NOT NULL,
  obstacle     TEXT NOT NULL,
  from_month   TEXT NOT NULL,
  entered_by   TEXT, -- null for what stood before months were kept
  PRIMARY KEY (municipality, case_id, row_id, deed),
  FOREIGN KEY (municipality, case_id) REFERENCES programme_case (municipality, id),
  FOREIGN KEY (municipality, entered_by) REFERENCES account (municipality, id),
  CHECK (deed IN ('entered', 'taken_back'))
) STRICT, WITHOUT ROWID;

-- What stood until now holds from the month in which the case was opened.
INSERT INTO obstacle_entry (municipality, case_id, row_id, deed, at, obstacle, from_month, entered_by)
SELECT municipality, id, id, 'entered', opened_at, main_obstacle, substr(opened_on, 1, 7), NULL
FROM programme_case WHERE main_obstacle <> '';

-- Decisions of social services that assistance of a month is reduced or denied for who
-- did not take part, as they are kept here. Likewise only ever added to.
CREATE TABLE consequence_entry (
  municipality TEXT NOT NULL,
  case_id      TEXT NOT NULL,
  row_id       TEXT NOT NULL,
  deed         TEXT NOT NULL, -- 'entered', or why it is undone: 'mistake' or 'changed'
  at           TEXT NOT NULL,
  cut          TEXT NOT NULL, -- 'reduced' or 'denied'
  month        TEXT NOT NULL,
  reason       TEXT NOT NULL,
  decided_on   TEXT NOT NULL,
  decided_by   TEXT NOT NULL,
  reference    TEXT NOT NULL, -- '' where nobody has said
  grave        INTEGER NOT NULL, -- serious addiction or social problems as grave
  help_first   INTEGER NOT NULL, -- help with them was offered first
  entered_by   TEXT NOT NULL,
  PRIMARY KEY (municipality, case_id, row_id, deed),
  FOREIGN KEY (municipality, case_id) REFERENCES programme_case (municipality, id),
  FOREIGN KEY (municipality, entered_by) REFERENCES account (municipality, id),
  CHECK (deed IN ('entered', 'mistake', 'changed')),
  CHECK (cut IN ('reduced', 'denied'))
) STRICT, WITHOUT ROWID;

-- +goose StatementBegin
CREATE TRIGGER obstacle_entry_unchanged BEFORE UPDATE ON obstacle_entry
BEGIN SELECT RAISE(ABORT, 'obstacle_entry is only ever added to'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER obstacle_entry_unremoved BEFORE DELETE ON obstacle_entry
BEGIN SELECT RAISE(ABORT, 'obstacle_entry is only ever added to'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER consequence_entry_unchanged BEFORE UPDATE ON consequence_entry
BEGIN SELECT RAISE(ABORT, 'consequence_entry is only ever added to'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER consequence_entry_unremoved BEFORE DELETE ON consequence_entry
BEGIN SELECT RAISE(ABORT, 'consequence_entry is only ever added to'); END;
-- +goose StatementEnd
