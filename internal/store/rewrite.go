package store

import (
	"strings"
	"sync"
)

// The queries are written with PostgreSQL's $1, $2, … In SQLite "$1" is a name,
// and some drivers bind names by the order in which they appear; "?1" is a number
// on every driver. rewriteForSQLite turns the one into the other and touches
// nothing inside text, quoted names or comments.
func rewriteForSQLite(query string) string {
	if kept, ok := rewritten.Load(query); ok {
		return kept.(string)
	}
	var b strings.Builder
	b.Grow(len(query))
	for i := 0; i < len(query); {
		end := i + 1
		switch c := query[i]; {
		case c == '\'' || c == '"':
			end = after(query, i+1, string(c))
		case strings.HasPrefix(query[i:], "--"):
			end = after(query, i+2, "\n")
		case strings.HasPrefix(query[i:], "/*"):
			end = after(query, i+2, "*/")
		case c == '$' && end < len(query) && isFigure(query[end]) && (i == 0 || !isWord(query[i-1])):
			b.WriteByte('?')
			i++
			continue
		}
		b.WriteString(query[i:end])
		i = end
	}
	rewritten.Store(query, b.String())
	return b.String()
}

// rewritten keeps each query's SQLite form. The queries are a bounded set: those
// in this package, times the filters of the roles.
var rewritten sync.Map

// after is the index just past the next closing mark from i, or the end.
func after(query string, i int, mark string) int {
	if n := strings.Index(query[i:], mark); n >= 0 {
		return i + n + len(mark)
	}
	return len(query)
}

func isFigure(c byte) bool { return c >= '0' && c <= '9' }

func isWord(c byte) bool {
	return isFigure(c) || c == '_' || c == '$' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= 0x80
}
