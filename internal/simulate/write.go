package simulate

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"
	"slices"

	"fotfaste/internal/casefile"
	"fotfaste/internal/ident"
	"fotfaste/internal/period"
	"fotfaste/internal/person"
)

// WriteFiles writes the municipality into the folder, which is made where it is
// missing, and returns its summary. Every file is one JSON value, lists with one
// record on each line in a stable order: two runs give the same bytes.
func (m *Municipality) WriteFiles(folder string) (Summary, error) {
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return Summary{}, fmt.Errorf("make the folder: %w", err)
	}
	summary := m.Summary()
	var broken error
	counts := newCaseSummary()
	m.letGo()
	files := []struct {
		name    string
		records iter.Seq[any]
	}{
		{"organisations.json", anyOf(m.Organisations)},
		{"staff.json", anyOf(m.Staff)},
		{"persons.json", m.personRecords()},
		{"cases.json", m.caseRecords(counts, &broken)},
		{"interventions.json", anyOf(m.Interventions)}, // after the cases, which hold their hours
	}
	for _, f := range files {
		if err := writeList(filepath.Join(folder, f.name), f.records); err != nil {
			return Summary{}, err
		}
		if broken != nil {
			return Summary{}, broken
		}
	}
	summary.Cases = counts
	text, err := json.MarshalIndent(summary, "", "  ")
	if err != nil {
		return Summary{}, fmt.Errorf("summary: %w", err)
	}
	if err := os.WriteFile(filepath.Join(folder, "summary.json"), append(text, '\n'), 0o644); err != nil {
		return Summary{}, fmt.Errorf("summary: %w", err)
	}
	return summary, nil
}

func anyOf[T any](list []T) iter.Seq[any] {
	return func(yield func(any) bool) {
		for i := range list {
			if !yield(&list[i]) {
				return
			}
		}
	}
}

// writeList writes the records as a JSON list, one on each line, without holding
// more than one of them.
func writeList(path string, records iter.Seq[any]) (err error) {
	file, err := os.Create(path)
	if err != nil {
		return err
	}
	defer func() {
		if e := file.Close(); err == nil {
			err = e
		}
	}()
	w := bufio.NewWriterSize(file, 1<<16)
	separator := "[\n"
	for r := range records {
		text, err := json.Marshal(r)
		if err != nil {
			return fmt.Errorf("%s: %w", filepath.Base(path), err)
		}
		if _, err := io.WriteString(w, separator); err != nil {
			return err
		}
		if _, err := w.Write(text); err != nil {
			return err
		}
		separator = ",\n"
	}
	if separator == "[\n" {
		_, _ = w.WriteString("[") // Flush returns what goes wrong
	}
	_, _ = w.WriteString("\n]\n")
	return w.Flush()
}

// personRecord is an adult in persons.json. The number is written in full, for it
// is a test number and whoever reads the file needs it to sign in or search.
type personRecord struct {
	ID             ident.ID          `json:"id"`
	Number         string            `json:"number"`
	GivenName      string            `json:"given_name"`
	FamilyName     string            `json:"family_name"`
	Birth          period.Day        `json:"birth"`
	Gender         person.Gender     `json:"gender"` // empty where unstated
	Language       string            `json:"language"`
	BornAbroad     bool              `json:"born_abroad"`
	Locality       string            `json:"locality"`
	Protection     person.Protection `json:"protection"`
	Group          Group             `json:"group"`
	Household      Household         `json:"household"`
	Children       []period.Day      `json:"children"` // birth days
	Months         int               `json:"months_on_assistance"`
	AbilityHours   int               `json:"ability_hours"`
	Physical       bool              `json:"physical_ill_health"`
	Mental         bool              `json:"mental_ill_health"`
	Swedish        Swedish           `json:"swedish"`
	Now            Measure           `json:"now"`
	EnoughNow      bool              `json:"measure_matches_ability"`
	Next           Measure           `json:"next"`
	Obstacles      []string          `json:"obstacles"`
	MainObstacle   casefile.Obstacle `json:"main_obstacle"`
	OutsideFor     string            `json:"outside_for,omitempty"`
	WorkedInSweden bool              `json:"worked_in_sweden"`
}

func (m *Municipality) personRecords() iter.Seq[any] {
	return func(yield func(any) bool) {
		for i := range m.Adults {
			a := &m.Adults[i]
			p := &a.Person
			r := personRecord{
				p.ID, p.Number.Full(), p.GivenName, p.FamilyName, p.Birth, p.Gender, p.Language,
				p.BornAbroad, p.Locality, p.Protection, a.Group, a.Household, []period.Day{},
				a.Months, a.AbilityHours, a.Physical, a.Mental, a.Swedish, a.Now, a.EnoughNow,
				a.Next, slices.Concat([]string{}, a.Obstacles), a.MainObstacle, a.OutsideFor, a.WorkedInSweden,
			}
			if r.Obstacles == nil {
				r.Obstacles = []string{}
			}
			for _, c := range a.Children {
				r.Children = append(r.Children, c.Birth)
			}
			if !yield(r) {
				return
			}
		}
	}
}

// caseRecords tells the stories, counting them on the way.
func (m *Municipality) caseRecords(counts *CaseSummary, broken *error) iter.Seq[any] {
	return func(yield func(any) bool) {
		for story, err := range m.Stories() {
			if err != nil {
				*broken = err
				return
			}
			counts.add(m, story)
			if !yield(newCaseRecord(story)) {
				return
			}
		}
	}
}

// letGo empties the places before the stories fill them.
func (m *Municipality) letGo() {
	for i := range m.Interventions {
		m.Interventions[i].HeldHours, m.Interventions[i].weeks, m.Interventions[i].waits = 0, map[period.Week]int{}, false
	}
}
