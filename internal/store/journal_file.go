package store

import (
	"context"
	"fmt"

	"fotfaste/internal/journal"
)

// verifyFile checks that SQLite's indexes of the journal say what its rows say. A
// byte turned in the file may leave every entry as it reads from one side and
// change it from the other: an index that is wrong hides an entry from whoever
// asks who has read a case. The error names the entry where that can be told.
func (t *Tx) verifyFile(ctx context.Context) error {
	findings, err := many(ctx, t, func(row scanner, s *string) error { return row.Scan(s) }, `PRAGMA integrity_check(journal)`)
	if err != nil {
		return fmt.Errorf("the database file is damaged: %w", err)
	}
	if len(findings) == 1 && findings[0] == "ok" {
		return nil
	}
	for _, query := range unlisted {
		entries, err := many(ctx, t, func(row scanner, b *journal.Broken) error { return row.Scan(&b.Municipality, &b.Seq) }, query)
		if err == nil && len(entries) > 0 {
			entries[0].Flaw = journal.Unlisted
			return &entries[0]
		}
	}
	return fmt.Errorf("the database file is damaged: %q", findings)
}

// unlisted finds the entries that an index and the row tell differently of, first
// by the key and then by the case. The chain was read by the key, so it is the key
// that knows which entry it is.
var unlisted = []string{
	`SELECT x.municipality, x.seq FROM (SELECT rowid AS row, municipality, seq FROM journal INDEXED BY sqlite_autoindex_journal_1) x
		LEFT JOIN journal j ON j.rowid = x.row
		WHERE j.municipality IS NOT x.municipality OR j.seq IS NOT x.seq ORDER BY 1, 2 LIMIT 1`,
	`SELECT j.municipality, j.seq FROM (SELECT rowid AS row, municipality, case_id, seq FROM journal INDEXED BY journal_by_case) x
		JOIN journal j ON j.rowid = x.row
		WHERE j.municipality <> x.municipality OR j.case_id <> x.case_id OR j.seq <> x.seq ORDER BY 1, 2 LIMIT 1`,
}
