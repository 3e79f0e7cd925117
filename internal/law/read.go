package law

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io/fs"
	"strconv"

	"github.com/goccy/go-yaml"

	"fotfaste/internal/money"
	"fotfaste/internal/period"
)

// row is one line of a data file.
type row[T any] struct {
	From   period.Day `yaml:"from"`
	To     period.Day `yaml:"to"`
	Source string     `yaml:"source"`
	Note   string     `yaml:"note"`
	Value  T          `yaml:"value"`
}

// Open reads a book from the folder. It returns an error that names the file when a
// file is missing, has an unknown field, a row without days or source, or two rows
// for the same day.
func Open(data fs.FS) (*Book, error) {
	var book Book
	var errs [13]error
	book.priceBase, errs[0] = readPriceBaseAmounts(data)
	book.compensation, errs[1] = read[Compensation](data, CompensationRules)
	book.programme, errs[2] = read[Programme](data, ProgrammeRules)
	book.caseload, errs[3] = read[int](data, CaseloadLimit)
	book.activity, errs[4] = read[Activity](data, ActivityRequirement)
	book.clocks, errs[5] = read[Targets](data, Clocks)
	book.guarantee, errs[6] = read[int](data, GuaranteeDays)
	book.appeal, errs[7] = read[int](data, AppealWeeks)
	book.standard, errs[8] = read[Standard](data, NationalStandard)
	book.allowance, errs[9] = read[Allowance](data, ChildAllowance)
	book.stimulus, errs[10] = read[Stimulus](data, JobStimulusTerms)
	book.jobs, errs[11] = read[Jobs](data, SubsidisedJobs)
	book.acts, errs[12] = readActs(data)
	if err := errors.Join(errs[:]...); err != nil {
		return nil, err
	}
	return &book, nil
}

func read[T any](data fs.FS, name Name) (dated[T], error) {
	var rows []row[T]
	if err := decode(data, string(name)+".yaml", &rows); err != nil {
		return dated[T]{}, err
	}
	return overTime(name, rows)
}

func readActs(data fs.FS) (map[Subject]dated[Act], error) {
	var bySubject map[Subject][]row[Act]
	if err := decode(data, "acts.yaml", &bySubject); err != nil {
		return nil, err
	}
	acts := make(map[Subject]dated[Act], len(bySubject))
	for subject, rows := range bySubject {
		for i := range rows {
			rows[i].Value.Subject = subject
			rows[i].Source = rows[i].Value.Citation
		}
		over, err := overTime(Name(subject), rows)
		if err != nil {
			return nil, fmt.Errorf("acts.yaml: %w", err)
		}
		acts[subject] = over
	}
	return acts, nil
}

// priceBaseSource is where the amounts are fixed; Statistics Sweden publishes them.
const priceBaseSource = "SFB (2010:110) 2 kap. 6-7 §§"

// readPriceBaseAmounts reads lines of year and kronor, each valid for that calendar
// year.
func readPriceBaseAmounts(data fs.FS) (dated[money.Kronor], error) {
	none := dated[money.Kronor]{}
	name := string(PriceBaseAmount) + ".csv"
	file, err := data.Open(name)
	if err != nil {
		return none, err
	}
	defer file.Close()
	lines := csv.NewReader(file)
	lines.Comment = '#'
	lines.FieldsPerRecord = 2
	records, err := lines.ReadAll()
	if err != nil {
		return none, fmt.Errorf("%s: %w", name, err)
	}
	rows := make([]row[money.Kronor], 0, len(records))
	for _, record := range records {
		year, err1 := strconv.Atoi(record[0])
		kronor, err2 := strconv.ParseInt(record[1], 10, 64)
		if err := errors.Join(err1, err2); err != nil {
			return none, fmt.Errorf("%s: %w", name, err)
		}
		rows = append(rows, row[money.Kronor]{
			From:   period.Date(year, 1, 1),
			To:     period.Date(year, 12, 31),
			Source: priceBaseSource,
			Value:  money.Kronor(kronor),
		})
	}
	return overTime(PriceBaseAmount, rows)
}

func decode(data fs.FS, name string, into any) error {
	text, err := fs.ReadFile(data, name)
	if err != nil {
		return err
	}
	if err := yaml.UnmarshalWithOptions(text, into, yaml.Strict()); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}

var (
	errNoRows   = errors.New("no rows")
	errNoSource = errors.New("a row without source")
	errNoDays   = errors.New("a row without first and last day")
)

func overTime[T any](name Name, rows []row[T]) (dated[T], error) {
	if len(rows) == 0 {
		return dated[T]{}, fmt.Errorf("%s: %w", name, errNoRows)
	}
	entries := make([]period.Entry[*Parameter[T]], 0, len(rows))
	for _, r := range rows {
		switch {
		case r.Source == "":
			return dated[T]{}, fmt.Errorf("%s: %w", name, errNoSource)
		case r.From == 0 || r.To == 0:
			return dated[T]{}, fmt.Errorf("%s: %w", name, errNoDays)
		}
		valid := period.Span{From: r.From, To: r.To}
		entries = append(entries, period.Entry[*Parameter[T]]{
			Span:  valid,
			Value: &Parameter[T]{Name: name, Value: r.Value, Valid: valid, Source: r.Source, Note: r.Note},
		})
	}
	line, err := period.NewTimeline(entries...)
	if err != nil {
		return dated[T]{}, fmt.Errorf("%s: %w", name, err)
	}
	return dated[T]{name: name, rows: line}, nil
}
