package store

import "testing"

func TestRewriteTurnsNumbersAndNothingElse(t *testing.T) {
	cases := []struct{ name, query, want string }{
		{"numbers", `SELECT a FROM b WHERE c = $2 AND d = $1`, `SELECT a FROM b WHERE c = ?2 AND d = ?1`},
		{"two figures", `VALUES ($9,$10,$11)`, `VALUES (?9,?10,?11)`},
		{"text", `SELECT '$1' || $1`, `SELECT '$1' || ?1`},
		{"text with a quote", `SELECT 'it''s $1', $2`, `SELECT 'it''s $1', ?2`},
		{"quoted name", `SELECT "$1" FROM t WHERE x=$1`, `SELECT "$1" FROM t WHERE x=?1`},
		{"line comment", "SELECT $1 -- not $2\n, $3", "SELECT ?1 -- not $2\n, ?3"},
		{"block comment", `SELECT $1 /* not $2 */ , $3`, `SELECT ?1 /* not $2 */ , ?3`},
		{"open comment", `SELECT $1 /* not $2`, `SELECT ?1 /* not $2`},
		{"open text", `SELECT '$1`, `SELECT '$1`},
		{"a name with the sign in it", `SELECT a$1 FROM t`, `SELECT a$1 FROM t`},
		{"the sign alone", `SELECT $ , $x`, `SELECT $ , $x`},
		{"Swedish letters", `SELECT 'Åsa' , $1`, `SELECT 'Åsa' , ?1`},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := rewriteForSQLite(c.query); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

// Whatever it is given, rewriting changes signs and keeps every other byte.
func FuzzRewriteKeepsTheRest(f *testing.F) {
	f.Add(`SELECT '$1', "$2", $3 -- $4`)
	f.Add(`/* $1 */ $1$2`)
	f.Fuzz(func(t *testing.T, query string) {
		got := rewriteForSQLite(query)
		if len(got) != len(query) {
			t.Fatalf("the length changed: %q became %q", query, got)
		}
		for i := range len(query) {
			if got[i] != query[i] && (query[i] != '$' || got[i] != '?') {
				t.Fatalf("byte %d of %q became %q", i, query, got[i])
			}
		}
	})
}
