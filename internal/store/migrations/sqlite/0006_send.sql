-- +goose Up
-- Payments on their way: a file that was never sent can be thrown away, and a run has
-- one file at a time that is neither sent nor thrown away.
ALTER TABLE payment_file ADD COLUMN discarded_at TEXT;
ALTER TABLE payment_file ADD COLUMN discarded_by TEXT CHECK ((discarded_at IS NULL) = (discarded_by IS NULL) AND (discarded_at IS NULL OR sent_at IS NULL));
CREATE UNIQUE INDEX payment_file_open ON payment_file (municipality, run_id) WHERE sent_at IS NULL AND discarded_at IS NULL;

-- What left the house stays as it was made.
-- +goose StatementBegin
CREATE TRIGGER payment_file_kept BEFORE UPDATE ON payment_file
WHEN new.content <> old.content OR new.sha256 <> old.sha256 OR new.message <> old.message OR new.payments <> old.payments
  OR new.total <> old.total OR new.run_id <> old.run_id OR (old.sent_at IS NOT NULL AND new.sent_at IS NOT old.sent_at)
  OR (old.discarded_at IS NOT NULL AND new.discarded_at IS NOT old.discarded_at)
BEGIN SELECT RAISE(ABORT, 'append only: payment_file is kept as it was made'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER payment_file_not_removed BEFORE DELETE ON payment_file
BEGIN SELECT RAISE(ABORT, 'append only: payment_file is never removed'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER bank_answer_kept BEFORE UPDATE ON bank_answer
BEGIN SELECT RAISE(ABORT, 'append only: bank_answer is never changed'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER bank_answer_not_removed BEFORE DELETE ON bank_answer
BEGIN SELECT RAISE(ABORT, 'append only: bank_answer is never removed'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER pay_account_kept BEFORE UPDATE ON pay_account
BEGIN SELECT RAISE(ABORT, 'append only: pay_account is never changed'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER payer_kept BEFORE UPDATE ON payer
BEGIN SELECT RAISE(ABORT, 'append only: payer is never changed'); END;
-- +goose StatementEnd
CREATE INDEX ledger_by_day ON ledger_entry (municipality, day);
