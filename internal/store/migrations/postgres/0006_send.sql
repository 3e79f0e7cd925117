-- +goose Up
-- Payments on their way: a file that was never sent can be thrown away, and a run has
-- one file at a time that is neither sent nor thrown away.
ALTER TABLE payment_file ADD COLUMN discarded_at timestamptz;
ALTER TABLE payment_file ADD COLUMN discarded_by uuid CHECK ((discarded_at IS NULL) = (discarded_by IS NULL) AND (discarded_at IS NULL OR sent_at IS NULL));
CREATE UNIQUE INDEX payment_file_open ON payment_file (municipality, run_id) WHERE sent_at IS NULL AND discarded_at IS NULL;

-- What left the house stays as it was made.
-- +goose StatementBegin
CREATE FUNCTION file_as_made() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'append only: payment_file is kept as it was made';
END $$;
-- +goose StatementEnd
CREATE TRIGGER payment_file_kept BEFORE UPDATE ON payment_file FOR EACH ROW
WHEN (new.content <> old.content OR new.sha256 <> old.sha256 OR new.message <> old.message OR new.payments <> old.payments
  OR new.total <> old.total OR new.run_id <> old.run_id OR (old.sent_at IS NOT NULL AND new.sent_at IS DISTINCT FROM old.sent_at)
  OR (old.discarded_at IS NOT NULL AND new.discarded_at IS DISTINCT FROM old.discarded_at))
EXECUTE FUNCTION file_as_made();
CREATE TRIGGER payment_file_not_removed BEFORE DELETE ON payment_file FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER bank_answer_kept BEFORE UPDATE OR DELETE ON bank_answer FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER pay_account_kept BEFORE UPDATE ON pay_account FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER payer_kept BEFORE UPDATE ON payer FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE INDEX ledger_by_day ON ledger_entry (municipality, day);
