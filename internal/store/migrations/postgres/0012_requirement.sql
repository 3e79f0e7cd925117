-- +goose Up
-- Which main obstacle somebody has from a month on. A row is never changed: that it was
-- a mistake is another entry of it.
CREATE TABLE obstacle_entry (
  municipality text NOT NULL,
  case_id      uuid NOT NULL,
  row_id       uuid NOT NULL,
  deed         text NOT NULL, -- 'entered' or 'taken_back'
  at           timestamptz NOT NULL,
  obstacle     text NOT NULL,
  from_month   text NOT NULL,
  entered_by   uuid, -- null for what stood before months were kept
  PRIMARY KEY (municipality, case_id, row_id, deed),
  FOREIGN KEY (municipality, case_id) REFERENCES programme_case (municipality, id),
  FOREIGN KEY (municipality, entered_by) REFERENCES account (municipality, id),
  CHECK (deed IN ('entered', 'taken_back'))
);

-- What stood until now holds from the month in which the case was opened.
INSERT INTO obstacle_entry (municipality, case_id, row_id, deed, at, obstacle, from_month, entered_by)
SELECT municipality, id, id, 'entered', opened_at, main_obstacle, to_char(opened_on, 'YYYY-MM'), NULL
FROM programme_case WHERE main_obstacle <> '';

-- Decisions of social services that assistance of a month is reduced or denied for who
-- did not take part, as they are kept here. Likewise only ever added to.
CREATE TABLE consequence_entry (
  municipality text NOT NULL,
  case_id      uuid NOT NULL,
  row_id       uuid NOT NULL,
  deed         text NOT NULL, -- 'entered', or why it is undone: 'mistake' or 'changed'
  at           timestamptz NOT NULL,
  cut          text NOT NULL, -- 'reduced' or 'denied'
  month        text NOT NULL,
  reason       text NOT NULL,
  decided_on   date NOT NULL,
  decided_by   text NOT NULL,
  reference    text NOT NULL, -- '' where nobody has said
  grave        boolean NOT NULL, -- serious addiction or social problems as grave
  help_first   boolean NOT NULL, -- help with them was offered first
  entered_by   uuid NOT NULL,
  PRIMARY KEY (municipality, case_id, row_id, deed),
  FOREIGN KEY (municipality, case_id) REFERENCES programme_case (municipality, id),
  FOREIGN KEY (municipality, entered_by) REFERENCES account (municipality, id),
  CHECK (deed IN ('entered', 'mistake', 'changed')),
  CHECK (cut IN ('reduced', 'denied'))
);

CREATE TRIGGER obstacle_entry_unchanged BEFORE UPDATE ON obstacle_entry FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER obstacle_entry_unremoved BEFORE DELETE ON obstacle_entry FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER consequence_entry_unchanged BEFORE UPDATE ON consequence_entry FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER consequence_entry_unremoved BEFORE DELETE ON consequence_entry FOR EACH ROW EXECUTE FUNCTION append_only();
