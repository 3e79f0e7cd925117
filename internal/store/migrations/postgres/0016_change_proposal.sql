-- +goose Up
-- What a provider proposes to change of a running placement, and what the owner of the
-- case decided. An accepted change of hours holds from a Monday on; before it the
-- placement holds the hours it had.
CREATE TABLE change_proposal (
  municipality text NOT NULL,
  id           uuid NOT NULL,
  placement_id uuid NOT NULL,
  case_id      uuid NOT NULL,
  kind         text NOT NULL,
  hours        integer NOT NULL, -- proposed; 0 where the last day is
  to_day       date, -- proposed last day; null where the hours are
  hours_before integer NOT NULL, -- when it was proposed
  to_before    date NOT NULL,
  reason       text NOT NULL,
  proposed_by  uuid NOT NULL,
  proposed_at  timestamptz NOT NULL,
  state        text NOT NULL,
  words        text NOT NULL, -- of who decided; '' where there are none
  decided_by   uuid, -- or who withdrew it
  decided_at   timestamptz,
  holds_from   date, -- the Monday from which accepted hours hold
  PRIMARY KEY (municipality, id),
  FOREIGN KEY (municipality, placement_id) REFERENCES placement (municipality, id),
  FOREIGN KEY (municipality, case_id) REFERENCES programme_case (municipality, id),
  FOREIGN KEY (municipality, proposed_by) REFERENCES account (municipality, id),
  FOREIGN KEY (municipality, decided_by) REFERENCES account (municipality, id)
);
CREATE UNIQUE INDEX change_proposal_open ON change_proposal (municipality, placement_id) WHERE state = 'open';
CREATE INDEX change_proposal_by_placement ON change_proposal (municipality, placement_id, proposed_at);
CREATE INDEX change_proposal_by_case ON change_proposal (municipality, case_id) WHERE state = 'open';
