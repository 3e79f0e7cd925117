-- +goose Up
-- What a provider proposes to change of a running placement, and what the owner of the
-- case decided. An accepted change of hours holds from a Monday on; before it the
-- placement holds the hours it had.
CREATE TABLE change_proposal (
  municipality TEXT NOT NULL,
  id           TEXT NOT NULL,
  placement_id TEXT NOT NULL,
  case_id      TEXT NOT NULL,
  kind         TEXT NOT NULL,
  hours        INTEGER NOT NULL, -- proposed; 0 where the last day is
  to_day       TEXT, -- proposed last day; null where the hours are
  hours_before INTEGER NOT NULL, -- when it was proposed
  to_before    TEXT NOT NULL,
  reason       TEXT NOT NULL,
  proposed_by  TEXT NOT NULL,
  proposed_at  TEXT NOT NULL,
  state        TEXT NOT NULL,
  words        TEXT NOT NULL, -- of who decided; '' where there are none
  decided_by   TEXT, -- or who withdrew it
  decided_at   TEXT,
  holds_from   TEXT, -- the Monday from which accepted hours hold
  PRIMARY KEY (municipality, id),
  FOREIGN KEY (municipality, placement_id) REFERENCES placement (municipality, id),
  FOREIGN KEY (municipality, case_id) REFERENCES programme_case (municipality, id),
  FOREIGN KEY (municipality, proposed_by) REFERENCES account (municipality, id),
  FOREIGN KEY (municipality, decided_by) REFERENCES account (municipality, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX change_proposal_open ON change_proposal (municipality, placement_id) WHERE state = 'open';
CREATE INDEX change_proposal_by_placement ON change_proposal (municipality, placement_id, proposed_at);
CREATE INDEX change_proposal_by_case ON change_proposal (municipality, case_id) WHERE state = 'open';
