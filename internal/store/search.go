package store

import (
	"context"
	"slices"
	"strconv"

	"fotfaste/internal/access"
	"fotfaste/internal/casefile"
	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
	"fotfaste/internal/period"
	"fotfaste/internal/person"
)

// Found is a case that a search found.
type Found struct {
	Case     ident.ID
	Number   string
	State    casefile.State
	Name     string
	Birth    period.Day
	Manager  string
	OpenedOn period.Day
}

// mostFound is how many a search lists and counts; beyond it the searcher is asked
// to write more.
const mostFound = 50

// mostWords is how many words of a search count. Nobody's name has more.
const mostWords = 8

// SearchCases finds the cases whose person's names begin with the folded words, all
// of them, among those that the actor may see; at most fifty, in name order, and
// whether there were more. The filter stands inside the query, so that what may not
// be seen is neither listed nor counted.
//
// Where the query begins decides how long it takes, and the two engines' planners
// cannot know it: with the cases that the actor could see where they are few, with
// the persons of a rare word, or else down the persons of a common beginning, which
// lie in name order, until there are enough.
func (t *Tx) SearchCases(ctx context.Context, a access.Actor, m access.Moment, words []string) ([]Found, bool, error) {
	if len(words) == 0 {
		return nil, false, nil
	}
	words = words[:min(len(words), mostWords)]
	few, err := t.reachIsFew(ctx, a)
	if err != nil {
		return nil, false, err
	}
	if few {
		return t.searchWithin(ctx, a, m, words)
	}
	for i, word := range words {
		rare, err := t.isRare(ctx, word)
		if err != nil {
			return nil, false, err
		}
		if rare {
			return t.searchFromWord(ctx, a, m, word, slices.Delete(slices.Clone(words), i, i+1))
		}
	}
	return t.searchDown(ctx, a, m, words)
}

// Up to so many rows are read whole and sorted; of more, the first are looked for.
const (
	fewCases   = 3000
	rarePeople = 300
)

// reachIsFew tells whether the actor could see so few cases that a search may go
// through them all.
func (t *Tx) reachIsFew(ctx context.Context, a access.Actor) (bool, error) {
	reach, narrow := access.Reach(a, access.See(access.Identity), 1)
	if !narrow {
		return false, nil
	}
	n, err := t.count(ctx, `SELECT count(*) FROM (SELECT 1 FROM (`+reach.SQL+`) x LIMIT `+strconv.Itoa(fewCases)+`) y`, reach.Args...)
	return n < fewCases, err
}

// isRare tells whether few people have a name that begins with the word.
func (t *Tx) isRare(ctx context.Context, word string) (bool, error) {
	n, err := t.count(ctx, `SELECT count(*) FROM (SELECT 1 FROM person_word
		WHERE municipality = $1 AND word >= $2 AND word < $3 LIMIT `+strconv.Itoa(rarePeople)+`) x`,
		t.Municipality, word, word+lastRune)
	return n < rarePeople, err
}

// lastRune sorts after every letter that a name can go on with.
const lastRune = "\U0010FFFF"

// CROSS JOIN is an ordinary join to PostgreSQL; to SQLite it also says in which
// order the tables are read.

// searchWithin goes through the cases that the actor could see.
func (t *Tx) searchWithin(ctx context.Context, a access.Actor, m access.Moment, words []string) ([]Found, bool, error) {
	reach, _ := access.Reach(a, access.See(access.Identity), 2)
	q := &query{args: append([]any{t.Municipality}, reach.Args...)}
	q.from = `(SELECT DISTINCT id FROM (` + reach.SQL + `) x) r CROSS JOIN programme_case c CROSS JOIN person p`
	q.where = `c.municipality = $1 AND c.id = r.id AND p.municipality = c.municipality AND p.id = c.person_id`
	q.haveWords("p.id", words)
	return t.found(ctx, a, m, q)
}

// searchFromWord begins with the people of one word.
func (t *Tx) searchFromWord(ctx context.Context, a access.Actor, m access.Moment, word string, others []string) ([]Found, bool, error) {
	q := &query{args: []any{t.Municipality}}
	q.from = `(SELECT DISTINCT person_id FROM person_word WHERE municipality = $1 AND word >= ` + q.arg(word) +
		` AND word < ` + q.arg(word+lastRune) + `) w CROSS JOIN person p CROSS JOIN programme_case c`
	q.where = `p.municipality = $1 AND p.id = w.person_id AND c.municipality = p.municipality AND c.person_id = p.id`
	q.haveWords("p.id", others)
	return t.found(ctx, a, m, q)
}

// searchDown walks in name order down the people whose names begin as the longest
// word does, some at a time and then more, until enough are found.
func (t *Tx) searchDown(ctx context.Context, a access.Actor, m access.Moment, words []string) ([]Found, bool, error) {
	longest := slices.MaxFunc(words, func(a, b string) int { return len([]rune(a)) - len([]rune(b)) })
	others := words
	if len([]rune(longest)) <= longestBeginning { // the beginning says all of it
		others = slices.DeleteFunc(slices.Clone(words), func(word string) bool { return word == longest })
	}
	marked := beginnings(longest)
	beginning := marked[len(marked)-1]
	var all []Found
	after := place{}
	for batch := firstBatch; ; batch *= 2 {
		q := &query{args: []any{t.Municipality, beginning, after.name, after.personOrFirst()}}
		people := `SELECT sort_name, person_id FROM person_word WHERE municipality = $1 AND word = $2
			AND (sort_name, person_id) > ($3, $4) ORDER BY sort_name, person_id LIMIT ` + strconv.Itoa(batch)
		last, err := one(ctx, t, func(row scanner, p *place) error { return row.Scan(&p.name, &p.person) },
			people+` OFFSET `+strconv.Itoa(batch-1), q.args...)
		ended := fault.CodeOf(err) == fault.NotFound
		if err != nil && !ended {
			return nil, false, err
		}
		q.from = `(` + people + `) w CROSS JOIN person p CROSS JOIN programme_case c`
		q.where = `p.municipality = $1 AND p.id = w.person_id AND c.municipality = p.municipality AND c.person_id = p.id`
		q.haveWords("p.id", others)
		found, err := t.rows(ctx, a, m, q)
		if err != nil {
			return nil, false, err
		}
		if all = append(all, found...); len(all) > mostFound {
			return all[:mostFound], true, nil
		}
		if ended {
			return all, false, nil
		}
		after = last
	}
}

// firstBatch is how many people a walk looks at first.
const firstBatch = 100

// place is where a walk down the names has come to.
type place struct {
	name   string
	person ident.ID
}

// personOrFirst is an identity before all others where the walk has not begun.
func (p place) personOrFirst() string {
	if p.person.IsZero() {
		return "00000000-0000-0000-0000-000000000000"
	}
	return string(p.person)
}

// SearchIdentityNumber finds the cases of the person with the number, as SearchCases.
func (t *Tx) SearchIdentityNumber(ctx context.Context, a access.Actor, m access.Moment, number person.IdentityNumber) ([]Found, bool, error) {
	q := &query{args: []any{t.Municipality}}
	q.from = `person p CROSS JOIN programme_case c`
	q.where = `p.municipality = $1 AND p.identity_number = ` + q.arg(number) + ` AND c.municipality = p.municipality AND c.person_id = p.id`
	return t.found(ctx, a, m, q)
}

// SearchCaseNumber finds the case with the number, as SearchCases.
func (t *Tx) SearchCaseNumber(ctx context.Context, a access.Actor, m access.Moment, number string) ([]Found, bool, error) {
	q := &query{args: []any{t.Municipality}}
	q.from = `programme_case c CROSS JOIN person p`
	q.where = `c.municipality = $1 AND c.number = ` + q.arg(number) + ` AND p.municipality = c.municipality AND p.id = c.person_id`
	return t.found(ctx, a, m, q)
}

// query is a search while it is written.
type query struct {
	from, where string
	args        []any
}

func (q *query) arg(value any) string {
	q.args = append(q.args, value)
	return "$" + strconv.Itoa(len(q.args))
}

// haveWords keeps the persons who have a name that begins with each of the words.
func (q *query) haveWords(person string, words []string) {
	for _, word := range words {
		q.where += ` AND EXISTS (SELECT 1 FROM person_word x WHERE x.municipality = $1
			AND x.person_id = ` + person + ` AND x.word >= ` + q.arg(word) + ` AND x.word < ` + q.arg(word+lastRune) + `)`
	}
}

// found runs a search and says whether there was more than it lists.
func (t *Tx) found(ctx context.Context, a access.Actor, m access.Moment, q *query) ([]Found, bool, error) {
	found, err := t.rows(ctx, a, m, q)
	if len(found) > mostFound {
		return found[:mostFound], true, err
	}
	return found, false, err
}

// rows runs a search over programme_case c and person p through the filter, in the
// order of names.
func (t *Tx) rows(ctx context.Context, a access.Actor, m access.Moment, q *query) ([]Found, error) {
	may := filter(a, access.See(access.Identity), m, len(q.args)+1)
	return many(ctx, t, func(row scanner, f *Found) error {
		var given, family string
		err := row.Scan(&f.Case, &f.Number, &f.State, &given, &family, &f.Birth, &f.Manager, &f.OpenedOn)
		f.Name = given + " " + family
		return err
	}, `SELECT c.id, c.number, c.state, p.given_name, p.family_name, p.birth,
			coalesce((SELECT a.name FROM account a WHERE a.municipality = c.municipality AND a.id = c.manager_id), ''), c.opened_on
		FROM `+q.from+`
		WHERE `+q.where+` AND `+may.SQL+`
		ORDER BY p.sort_name, p.id, c.opened_on DESC, c.id LIMIT `+strconv.Itoa(mostFound+1), append(q.args, may.Args...)...)
}

// indexWords are the rows that a person is found by: each word, and each beginning
// of a word.
func indexWords(p person.Person) []string {
	var rows []string
	for _, word := range p.SearchWords() {
		rows = append(append(rows, word), beginnings(word)...)
	}
	slices.Sort(rows)
	return slices.Compact(rows)
}

// longestBeginning is in letters. Longer ones are looked for among those of three,
// who are never more than some hundredths of all.
const longestBeginning = 3

// beginnings are the first one, two and three letters of the word, marked with a
// star, which no folded word has.
func beginnings(word string) []string {
	var all []string
	for at := range word {
		if at > 0 {
			all = append(all, "*"+word[:at])
		}
		if len(all) == longestBeginning {
			return all
		}
	}
	return append(all, "*"+word)
}
