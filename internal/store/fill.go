package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"time"

	"fotfaste/internal/ident"
	"fotfaste/internal/journal"
	"fotfaste/internal/period"
	"fotfaste/internal/person"
)

// Filler puts many rows into a municipality in a short time: a made-up municipality,
// an import. Rows gather by table and go in a hundred at a time, a table always
// after those it refers to. It asks no rule and no access; who fills has done so.
type Filler struct {
	tx      *Tx
	tables  []filling
	index   map[string]int
	waiting int
}

type filling struct {
	name      string
	columns   []string
	rows      [][]any
	statement *sql.Stmt // for a full batch
}

// fillOrder is every table that can be filled, each after those it refers to, with
// its columns in the order in which Row takes them.
var fillOrder = []struct{ table, columns string }{
	{"organisation", "id kind name locality"},
	{"person", "id identity_number given_name family_name sort_name birth gender protection language locality phone email born_abroad"},
	{"person_word", "word sort_name person_id"},
	{"child", "id person_id birth custody_from custody_to"},
	{"child_entry", "person_id child_id at birth custody_from custody_to removed entered_by"},
	{"assistance_spell", "id person_id from_day to_day"},
	{"account", "id organisation_id person_id name email subject language active"},
	{"benefit_file", "id name sha256 base_month persons row_count loaded_at loaded_by"},
	{"benefit_months", "file_id person_id months earlier"},
	{"account_role", "account_id role"},
	{"conflict_of_interest", "account_id person_id reason"},
	{"rate", "id parameter from_day to_day value source replaces entered_by entered_at approved_by approved_at withdrawn_at"},
	{"intervention", "id provider_id name sort_name category kind theme locality places hours_per_place content active"},
	{"capacity_week", "intervention_id week_from capacity held"},
	{"room_change", "id intervention_id week_from places hours_per_place places_before hours_before entered_at entered_by withdrawn_at withdrawn_by"},
	{"closed_period", "id intervention_id from_day to_day reason entered_at entered_by withdrawn_at withdrawn_by"},
	{"catalogue_entry", "intervention_id at deed was became entered_by"},
	{"payment_run", "id week_from state prepared_by prepared_at attested_by attested_at total law since unheld_from everybody_from"},
	{"programme_case", "id number person_id state version opened_on opened_at manager_id main_obstacle goal ladder_step ability_hours planned_hours next_contact_on programme_from programme_to"},
	{"case_member", "id case_id account_id task from_day to_day reason notes"},
	{"case_event", "id case_id at kind part actor_id actor_name detail"},
	{"household_entry", "case_id row_id at deed what name amount job_stimulus adults size shared ages from_month to_month provenance file_name file_line file_sha256 entered_by"},
	{"household_watch", "case_id month standing seen new_since changed_at"},
	{"obstacle_entry", "case_id row_id deed at obstacle from_month entered_by"},
	{"consequence_entry", "case_id row_id deed at cut month reason decided_on decided_by reference grave help_first entered_by"},
	{"eligibility_verdict", "id case_id made_at made_by rule_set outcome facts verdict"},
	{"assessment", "id case_id instrument instrument_version rater rated_by started_at saved_at completed_at answers profile"},
	{"decision", "id case_id kind from_day to_day reason decided_by decided_at supersedes advice"},
	{"letter", "id case_id kind subject_id language content made_at made_by informed_on informed_how"},
	{"plan", "id case_id number state content written_by saved_at proposed_at answers"},
	{"passed_over", "id case_id intervention_id reason words said_by said_at taken_back_at"},
	{"placement", "id case_id intervention_id state track hours from_day to_day gate referred_by referred_at priority precedence queued_at offered_at offer_until provider_said participant_said started_on ended_on declined_by reason"},
	{"change_proposal", "id placement_id case_id kind hours to_day hours_before to_before reason proposed_by proposed_at state words decided_by decided_at holds_from"},
	{"attendance_day", "placement_id day case_id reported reported_at reported_by confirmed confirmed_at confirmed_by settled settled_at settled_by"},
	{"attendance_entry", "case_id day placement_id by_whom at status entered_by"},
	{"compensation_week", "id case_id week_from base child total explanation calculated_at run_id withdrawn_at number before_base before_child pays kept conflicts unconfirmed"},
	{"payer", "id name organisation_number iban bic accounts entered_at entered_by"},
	{"pay_account", "id person_id kind clearing number entered_at entered_by"},
	{"payment_file", "id run_id message content sha256 payments total made_at made_by sent_at sent_by discarded_at discarded_by"},
	{"bank_answer", "id file_id content sha256 paid failed received_at received_by"},
	{"payment", "id run_id case_id amount state replaces account_id file_id reason changed_at"},
	{"ledger_entry", "id year number day kind about_id at by_id"},
	{"ledger_posting", "entry_id line account amount case_id week_from"},
	{"recovery", "id case_id run_id state ending opened_at answer_by fell taken_back claimed waived dropped repaid version changed_at"},
	{"recovery_week", "recovery_id week_from calculation_id fell taken_back claimed forgiven justified why"},
	{"recovery_view", "id recovery_id words noted given_at given_by"},
	{"recovery_decision", "id recovery_id number decided_at decided_by amount claim waive reason due_day first_month monthly"},
	{"recovery_repayment", "id recovery_id day amount recorded_at recorded_by"},
	{"appeal", "id case_id letter_id subject_id kind state received_on sent_by representative wish reason registered_by registered_at outcome judged_by judged_at judged_reason new_decision_id new_recovery_decision_id forwarded_on court_outcome court_number court_on withdrawn_on"},
	{"contact", "id case_id due_on day kind reached note held_by recorded_at"},
	{"step_move", "id case_id day from_step to_step reason assessment_id moved_by"},
	{"case_exit", "id case_id day kind hours note recorded_by recorded_at"},
	{"outcome", "id case_id months_after due_on standing source day hours recorded_at recorded_by"},
	{"consent", "id case_id organisation_id part from_day until_day given_at revoked_at"},
	{"job", "id kind subject_id due_at attempts done_at failure"},
	{"case_number", "year latest"},
	{"journal", "seq at kind act ground account_id account_name role organisation case_id person_id detail previous hash"},
}

// rowsAtOnce is how many rows one statement takes, mostWaiting how many wait in all
// before they go in.
const (
	rowsAtOnce  = 100
	mostWaiting = 20_000
)

// Filler begins to fill within the transaction. Flush ends it.
func (t *Tx) Filler() *Filler {
	f := &Filler{tx: t, index: map[string]int{}}
	for i, o := range fillOrder {
		f.tables = append(f.tables, filling{name: o.table, columns: strings.Fields(o.columns)})
		f.index[o.table] = i
	}
	return f
}

// JSON marks a value that is stored as JSON text.
type JSON struct{ Value any }

// Row adds a row to the table: a value for each column but the municipality. Days,
// instants and identities are given as they are; nil pointers and zero identities
// become null.
func (f *Filler) Row(ctx context.Context, table string, values ...any) error {
	i, known := f.index[table]
	if !known {
		return fmt.Errorf("no table %q can be filled", table)
	}
	t := &f.tables[i]
	if len(values) != len(t.columns) {
		return fmt.Errorf("%s: %d values for %d columns", table, len(values), len(t.columns))
	}
	row := make([]any, 0, len(values)+1)
	row = append(row, f.tx.Municipality)
	for j, v := range values {
		stored, err := asColumn(v)
		if err != nil {
			return fmt.Errorf("%s.%s: %w", table, t.columns[j], err)
		}
		row = append(row, stored)
	}
	t.rows = append(t.rows, row)
	if f.waiting++; f.waiting >= mostWaiting {
		return f.Flush(ctx)
	}
	return nil
}

// Person adds a person and the words to find them by.
func (f *Filler) Person(ctx context.Context, p person.Person) error {
	err := f.Row(ctx, "person", p.ID, p.Number, p.GivenName, p.FamilyName, sortName(p), p.Birth, p.Gender,
		p.Protection, p.Language, p.Locality, p.Phone, p.Email, p.BornAbroad)
	if err != nil {
		return err
	}
	for _, word := range indexWords(p) {
		if err := f.Row(ctx, "person_word", word, sortName(p), p.ID); err != nil {
			return err
		}
	}
	return nil
}

// Journal adds entries at the end of the chain, in the order given.
func (f *Filler) Journal(ctx context.Context, entries ...journal.Entry) error {
	t := f.tx
	for _, e := range entries {
		e.Municipality = t.Municipality
		e = journal.Seal(e, t.head.seq+1, t.head.hash)
		// Identities are text in the journal, and empty where there are none.
		err := f.Row(ctx, "journal", e.Seq, e.At, e.Kind, e.Act, e.Ground, e.Account, e.AccountName, e.Role,
			e.Organisation, e.Case, e.Person, e.Detail, e.Previous, e.Hash)
		if err != nil {
			return err
		}
		t.head = journalHead{seq: e.Seq, hash: e.Hash, at: &e.At}
	}
	return t.run(ctx, `UPDATE journal_head SET seq = $2, hash = $3 WHERE municipality = $1`,
		t.Municipality, t.head.seq, t.head.hash)
}

// Flush puts in what waits.
func (f *Filler) Flush(ctx context.Context) error {
	for i := range f.tables {
		if err := f.flush(ctx, &f.tables[i]); err != nil {
			return fmt.Errorf("fill %s: %w", f.tables[i].name, err)
		}
	}
	f.waiting = 0
	return nil
}

func (f *Filler) flush(ctx context.Context, t *filling) error {
	for len(t.rows) > 0 {
		batch := t.rows[:min(rowsAtOnce, len(t.rows))]
		t.rows = t.rows[len(batch):]
		args := make([]any, 0, len(batch)*(len(t.columns)+1))
		for _, row := range batch {
			args = append(args, row...)
		}
		if len(batch) < rowsAtOnce {
			if _, err := f.tx.tx.ExecContext(ctx, t.insert(f.tx.engine, len(batch)), args...); err != nil {
				return err
			}
			continue
		}
		if t.statement == nil {
			statement, err := f.tx.tx.PrepareContext(ctx, t.insert(f.tx.engine, rowsAtOnce))
			if err != nil {
				return err
			}
			t.statement = statement // closed with the transaction
		}
		if _, err := t.statement.ExecContext(ctx, args...); err != nil {
			return err
		}
	}
	t.rows = nil
	return nil
}

// insert is the statement for so many rows. Every value stands once and in order, so
// that SQLite is given bare marks: it looks a numbered one up among all the others,
// which for a thousand of them costs more than the rows.
func (t *filling) insert(engine Engine, rows int) string {
	var b strings.Builder
	b.WriteString("INSERT INTO " + t.name + " (municipality, " + strings.Join(t.columns, ", ") + ") VALUES ")
	place := 0
	for r := range rows {
		if r > 0 {
			b.WriteString(", ")
		}
		for c := range len(t.columns) + 1 {
			b.WriteString([]string{"(", ", "}[min(c, 1)])
			place++
			if engine == SQLite {
				b.WriteByte('?')
			} else {
				b.WriteString("$" + strconv.Itoa(place))
			}
		}
		b.WriteString(")")
	}
	return b.String()
}

// asColumn is the value as the engines take it.
func asColumn(v any) (any, error) {
	switch v := v.(type) {
	case nil, string, int, int64, bool, period.Day, period.Month, person.IdentityNumber:
		return v, nil
	case ident.ID:
		return idOrNull(v), nil
	case time.Time:
		return at(v), nil
	case *time.Time:
		return atOrNull(v), nil
	case *period.Day:
		return dayOrNull(v), nil
	case JSON:
		text, err := json.Marshal(v.Value)
		return string(text), err
	}
	// Codes of the subjects and whole kronor are texts and numbers under a name.
	switch r := reflect.ValueOf(v); r.Kind() {
	case reflect.String:
		return r.String(), nil
	case reflect.Int, reflect.Int64:
		return r.Int(), nil
	}
	return nil, fmt.Errorf("a %T is not stored", v)
}

// Set changes one column of a row that has been filled in.
func (f *Filler) Set(ctx context.Context, table string, id ident.ID, column string, value any) error {
	i, known := f.index[table]
	if !known || !slices.Contains(f.tables[i].columns, column) {
		return fmt.Errorf("no column %s.%s can be filled", table, column)
	}
	stored, err := asColumn(value)
	if err != nil {
		return fmt.Errorf("%s.%s: %w", table, column, err)
	}
	if err := f.Flush(ctx); err != nil {
		return err
	}
	return f.tx.run(ctx, "UPDATE "+table+" SET "+column+" = $3 WHERE municipality = $1 AND id = $2",
		f.tx.Municipality, string(id), stored)
}
