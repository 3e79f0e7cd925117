-- +goose Up
CREATE TABLE benefit_file ( -- a register file of months with assistance, taken in whole
  municipality TEXT NOT NULL REFERENCES municipality (municipality),
  id           TEXT NOT NULL,
  name         TEXT NOT NULL,
  sha256       TEXT NOT NULL,
  base_month   TEXT NOT NULL, -- the last month that the file is taken to know
  persons      INTEGER NOT NULL,
  row_count    INTEGER NOT NULL,
  loaded_at    TEXT NOT NULL,
  loaded_by    TEXT NOT NULL,
  PRIMARY KEY (municipality, id),
  UNIQUE (municipality, sha256, base_month),
  FOREIGN KEY (municipality, loaded_by) REFERENCES account (municipality, id)
) STRICT;

CREATE TABLE benefit_months ( -- what a file knows of one person; the newest file holds
  municipality TEXT NOT NULL,
  file_id      TEXT NOT NULL,
  person_id    TEXT NOT NULL,
  months       TEXT NOT NULL, -- bits in hexadecimal, the base month the lowest of 120
  earlier      TEXT NOT NULL, -- the 120 months before those
  PRIMARY KEY (municipality, file_id, person_id),
  FOREIGN KEY (municipality, file_id) REFERENCES benefit_file (municipality, id),
  FOREIGN KEY (municipality, person_id) REFERENCES person (municipality, id)
) STRICT, WITHOUT ROWID;
