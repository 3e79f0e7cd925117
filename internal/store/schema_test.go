package store_test

import (
	"context"
	"maps"
	"slices"
	"strings"
	"testing"

	"fotfaste/internal/store"
	"fotfaste/internal/store/storetest"
)

// The two engines have the same tables, columns, keys, references, indexes,
// checks and triggers. Each fact of the shape is a line of text; the lines are compared.
func TestTheEnginesHaveTheSameShape(t *testing.T) {
	lite := lines(t, storetest.OnSQLite(t), sqliteShape)
	post := lines(t, storetest.OnPostgres(t), postgresShape)
	if len(lite) < 300 {
		t.Fatalf("only %d facts were read", len(lite))
	}
	for _, line := range slices.Sorted(maps.Keys(lite)) {
		if !post[line] {
			t.Errorf("only SQLite has:     %s", line)
		}
	}
	for _, line := range slices.Sorted(maps.Keys(post)) {
		if !lite[line] {
			t.Errorf("only PostgreSQL has: %s", line)
		}
	}
}

// Every table begins its key with the municipality, so that no row of one tenant
// can be reached by the identity of another's.
func TestEveryKeyBeginsWithTheMunicipality(t *testing.T) {
	for line := range lines(t, storetest.OnSQLite(t), sqliteShape) {
		table, fact, _ := strings.Cut(line, ": ")
		key, isKey := strings.CutPrefix(fact, "primary key ")
		if isKey && table != "session" && !strings.HasPrefix(key, "municipality") {
			t.Errorf("the key of %s is %s", table, key)
		}
		if to, isReference := strings.CutPrefix(fact, "reference "); isReference && !strings.HasPrefix(to, "municipality") {
			t.Errorf("%s refers by %s", table, to)
		}
	}
}

func lines(t *testing.T, db *store.DB, queries []string) map[string]bool {
	t.Helper()
	ctx := context.Background()
	all := map[string]bool{}
	err := db.Read(ctx, "9999", func(tx *store.Tx) error {
		for _, query := range queries {
			read, err := tx.Texts(ctx, query)
			if err != nil {
				return err
			}
			for _, line := range read {
				all[line] = true
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// The types that stand for one another: text holds identities, days and instants
// in SQLite, a number holds yes and no.
var sqliteShape = []string{
	`SELECT m.name || ': column ' || c.name || ' ' || lower(c.type) || CASE WHEN c."notnull" = 1 THEN ' not null' ELSE '' END
		|| coalesce(' default ' || c.dflt_value, '')
		FROM sqlite_schema m JOIN pragma_table_info(m.name) c
		WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%' AND m.name NOT LIKE 'goose_%'`,
	`SELECT name || ': primary key ' || group_concat(name2, ', ') FROM (
		SELECT m.name AS name, c.name AS name2 FROM sqlite_schema m JOIN pragma_table_info(m.name) c
		WHERE m.type = 'table' AND c.pk > 0 AND m.name NOT LIKE 'sqlite_%' AND m.name NOT LIKE 'goose_%'
		ORDER BY m.name, c.pk) GROUP BY name`,
	`SELECT name || ': reference ' || group_concat(f, ', ') || ' to ' || other || ' ' || group_concat(t, ', ') FROM (
		SELECT m.name AS name, k.id AS id, k."from" AS f, k."to" AS t, k."table" AS other
		FROM sqlite_schema m JOIN pragma_foreign_key_list(m.name) k WHERE m.type = 'table' ORDER BY m.name, k.id, k.seq) GROUP BY name, id, other`,
	`SELECT name || ': ' || CASE WHEN u = 1 THEN 'unique ' ELSE '' END || 'index '
		|| CASE WHEN ix LIKE 'sqlite_autoindex%' THEN '' ELSE ix || ' ' END || group_concat(col, ', ')
		|| CASE WHEN part = 1 THEN ' of some' ELSE '' END FROM (
		SELECT m.name AS name, i.name AS ix, i."unique" AS u, i.partial AS part, c.name AS col
		FROM sqlite_schema m JOIN pragma_index_list(m.name) i JOIN pragma_index_info(i.name) c
		WHERE m.type = 'table' AND i.origin <> 'pk' AND m.name NOT LIKE 'goose_%' ORDER BY m.name, i.name, c.seqno) GROUP BY name, ix`,
	`SELECT name || ': checks ' || ((length(sql) - length(replace(sql, 'CHECK (', ''))) / length('CHECK ('))
		FROM sqlite_schema WHERE type = 'table' AND sql LIKE '%CHECK (%'`,
	`SELECT tbl_name || ': guarded against ' || CASE WHEN sql LIKE '%BEFORE UPDATE%' THEN 'update' ELSE 'delete' END
		FROM sqlite_schema WHERE type = 'trigger'`,
}

var postgresShape = []string{
	`SELECT table_name || ': column ' || column_name || ' ' || CASE data_type
			WHEN 'text' THEN 'text' WHEN 'uuid' THEN 'text' WHEN 'date' THEN 'text' WHEN 'timestamp with time zone' THEN 'text'
			WHEN 'integer' THEN 'integer' WHEN 'bigint' THEN 'integer' WHEN 'boolean' THEN 'integer' ELSE data_type END
		|| CASE is_nullable WHEN 'NO' THEN ' not null' ELSE '' END || coalesce(' default ' || replace(column_default, '::text', ''), '')
		FROM information_schema.columns WHERE table_schema = 'public' AND table_name NOT LIKE 'goose_%'`,
	`SELECT c.relname || ': primary key ' || (SELECT string_agg(a.attname, ', ' ORDER BY k.n)
			FROM unnest(o.conkey) WITH ORDINALITY k (num, n) JOIN pg_attribute a ON a.attrelid = o.conrelid AND a.attnum = k.num)
		FROM pg_constraint o JOIN pg_class c ON c.oid = o.conrelid JOIN pg_namespace s ON s.oid = c.relnamespace
		WHERE o.contype = 'p' AND s.nspname = 'public' AND c.relname NOT LIKE 'goose_%'`,
	`SELECT c.relname || ': reference ' || (SELECT string_agg(a.attname, ', ' ORDER BY k.n)
			FROM unnest(o.conkey) WITH ORDINALITY k (num, n) JOIN pg_attribute a ON a.attrelid = o.conrelid AND a.attnum = k.num)
		|| ' to ' || f.relname || ' ' || (SELECT string_agg(a.attname, ', ' ORDER BY k.n)
			FROM unnest(o.confkey) WITH ORDINALITY k (num, n) JOIN pg_attribute a ON a.attrelid = o.confrelid AND a.attnum = k.num)
		FROM pg_constraint o JOIN pg_class c ON c.oid = o.conrelid JOIN pg_class f ON f.oid = o.confrelid
		JOIN pg_namespace s ON s.oid = c.relnamespace WHERE o.contype = 'f' AND s.nspname = 'public'`,
	`SELECT c.relname || ': ' || CASE WHEN x.indisunique THEN 'unique ' ELSE '' END || 'index '
		|| CASE WHEN o.oid IS NOT NULL THEN '' ELSE i.relname || ' ' END
		|| (SELECT string_agg(a.attname, ', ' ORDER BY k.n)
			FROM unnest(x.indkey) WITH ORDINALITY k (num, n) JOIN pg_attribute a ON a.attrelid = x.indrelid AND a.attnum = k.num)
		|| CASE WHEN x.indpred IS NOT NULL THEN ' of some' ELSE '' END
		FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid JOIN pg_class c ON c.oid = x.indrelid
		JOIN pg_namespace s ON s.oid = c.relnamespace LEFT JOIN pg_constraint o ON o.conindid = i.oid AND o.contype = 'u'
		WHERE s.nspname = 'public' AND NOT x.indisprimary AND c.relname NOT LIKE 'goose_%'`,
	`SELECT c.relname || ': checks ' || count(*) FROM pg_constraint o JOIN pg_class c ON c.oid = o.conrelid
		JOIN pg_namespace s ON s.oid = c.relnamespace WHERE o.contype = 'c' AND s.nspname = 'public' GROUP BY c.relname`,
	`SELECT c.relname || ': guarded against ' || e.event FROM pg_trigger g JOIN pg_class c ON c.oid = g.tgrelid
		JOIN (VALUES ('update', 16), ('delete', 8)) e (event, bit) ON g.tgtype & e.bit > 0 WHERE NOT g.tgisinternal`,
}
