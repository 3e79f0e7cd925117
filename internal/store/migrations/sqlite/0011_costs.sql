-- +goose Up
-- What compensation has cost, added up by the entry for the manager.
CREATE INDEX ledger_cost ON ledger_posting (municipality, entry_id, account, amount)
  WHERE account IN ('cost_base', 'cost_child');
-- The placements of an intervention without what else a placement has, which is much.
CREATE INDEX placement_of_intervention ON placement (municipality, intervention_id, id);
