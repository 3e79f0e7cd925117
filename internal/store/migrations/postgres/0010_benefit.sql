-- +goose Up
CREATE TABLE benefit_file ( -- a register file of months with assistance, taken in whole
  municipality text NOT NULL REFERENCES municipality (municipality),
  id           uuid NOT NULL,
  name         text NOT NULL,
  sha256       text NOT NULL,
  base_month   text NOT NULL, -- the last month that the file is taken to know
  persons      integer NOT NULL,
  row_count    integer NOT NULL,
  loaded_at    timestamptz NOT NULL,
  loaded_by    uuid NOT NULL,
  PRIMARY KEY (municipality, id),
  UNIQUE (municipality, sha256, base_month),
  FOREIGN KEY (municipality, loaded_by) REFERENCES account (municipality, id)
);

CREATE TABLE benefit_months ( -- what a file knows of one person; the newest file holds
  municipality text NOT NULL,
  file_id      uuid NOT NULL,
  person_id    uuid NOT NULL,
  months       text NOT NULL, -- bits in hexadecimal, the base month the lowest of 120
  earlier      text NOT NULL, -- the 120 months before those
  PRIMARY KEY (municipality, file_id, person_id),
  FOREIGN KEY (municipality, file_id) REFERENCES benefit_file (municipality, id),
  FOREIGN KEY (municipality, person_id) REFERENCES person (municipality, id)
);
