-- +goose Up
-- What was calculated and then taken back, because it changed before it was sent: the
-- next run looks at those weeks anew.
CREATE INDEX compensation_taken_back ON compensation_week (municipality, withdrawn_at, case_id, week_from) WHERE withdrawn_at IS NOT NULL;
