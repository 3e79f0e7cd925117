package matchfile_test

import (
	"errors"
	"io"
	"reflect"
	"strings"
	"testing"
	"testing/iotest"

	"fotfaste/internal/allocation"
	"fotfaste/internal/allocation/matchfile"
	"fotfaste/internal/fault"
	"fotfaste/internal/flow"
)

const (
	supply   = "participant,quanta\nA,2\nB,3\n"
	capacity = "intervention,quanta\nx,3\ny,1\n"
	edges    = "participant,intervention,gain\nA,x,9\nA,y,1\nB,x,7\nB,y,6\n"
)

func read(supply, capacity, edges string) (*allocation.Instance, map[matchfile.Which]matchfile.Form, error) {
	return matchfile.Read(strings.NewReader(supply), strings.NewReader(capacity), strings.NewReader(edges))
}

var want = &allocation.Instance{Participants: []string{"A", "B"}, Interventions: []string{"x", "y"}, Problem: flow.Problem{
	Supply: []int64{2, 3}, Capacity: []int64{3, 1}, First: []int32{0, 2, 4}, To: []int32{0, 1, 0, 1}, Gain: []int64{9, 1, 7, 6}}}

func TestRead(t *testing.T) {
	got, forms, err := read(supply, capacity, edges)
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("%+v %v", got, err)
	}
	for which, form := range forms {
		if form != (matchfile.Form{}) {
			t.Errorf("%s: %+v", which, form)
		}
	}
}

// Rows and columns in any order, and whatever is harmless in the form.
func TestReadAnyForm(t *testing.T) {
	got, forms, err := read("\uFEFFKvanta;Deltagare\r\n2;A\r\n\r\n3;\"B\"\r\n",
		"quanta , intervention\n3 , x\n 1,\"y\"", "Gain,participant,intervention\n9,A,x\n7,B,x\n1,A,y\n\n6, B ,y\n")
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("%+v %v", got, err)
	}
	if wanted := map[matchfile.Which]matchfile.Form{
		matchfile.Supply: {Semicolons: true, BOM: true, Quotes: true, Blank: 1}, matchfile.Capacity: {Quotes: true}, matchfile.Edges: {Blank: 1},
	}; !reflect.DeepEqual(forms, wanted) {
		t.Errorf("%+v", forms)
	}
	got, _, err = read("participant,quanta\n\"a,\"\"b\"\"\",1\n", capacity, "participant,intervention,gain\n\"a,\"\"b\"\"\",\"x\",-0\n")
	if err != nil || got.Participants[0] != `a,"b"` || len(got.To) != 1 {
		t.Errorf("%+v %v", got, err)
	}
}

// Files with a heading alone are read: nobody, nowhere, no pair.
func TestReadNothing(t *testing.T) {
	got, _, err := read("participant,quanta\n", "intervention,quanta", "participant,intervention,gain\n\n")
	if err != nil || len(got.Participants)+len(got.Interventions)+len(got.To) != 0 || len(got.First) != 1 {
		t.Errorf("%+v %v", got, err)
	}
	got, _, err = read("participant,quanta\nA,0\nB,1000000\n", "intervention,quanta\nx,0\n", "participant,intervention,gain\nB,x,-5\n")
	if err != nil || got.Supply[1] != 1_000_000 || got.Gain[0] != -5 {
		t.Errorf("%+v %v", got, err)
	}
}

// What is wrong has its file and line, and nothing that stands in the file.
func TestReadRefuses(t *testing.T) {
	for name, c := range map[string]struct {
		supply, capacity, edges string
		which                   matchfile.Which
		key                     string
		line                    int
	}{
		"an empty file":           {"", capacity, edges, matchfile.Supply, "empty", 1},
		"a mark alone":            {supply, "\uFEFF", edges, matchfile.Capacity, "empty", 1},
		"blank lines alone":       {supply, capacity, "\n \n", matchfile.Edges, "empty", 2},
		"no heading":              {"secret,2\n", capacity, edges, matchfile.Supply, "unknown_column", 1},
		"another heading":         {supply, supply, edges, matchfile.Capacity, "unknown_column", 1},
		"a column twice":          {supply, capacity, "participant,gain,gain\n", matchfile.Edges, "column_twice", 1},
		"a column missing":        {supply, capacity, "participant,gain\n", matchfile.Edges, "no_column", 1},
		"a field too few":         {supply, capacity, edges + "A,x\n", matchfile.Edges, "other_width", 6},
		"a field too many":        {supply, capacity, "participant,intervention,gain\nA,x,1,2\n", matchfile.Edges, "other_width", 2},
		"no name":                 {"participant,quanta\n ,2\n", capacity, edges, matchfile.Supply, "no_name", 2},
		"a participant twice":     {supply + "\nA,2\n", capacity, edges, matchfile.Supply, "name_twice", 5},
		"an intervention twice":   {supply, capacity + "x,1\n", edges, matchfile.Capacity, "name_twice", 4},
		"a pair twice":            {supply, capacity, edges + "\nA,x,8\n", matchfile.Edges, "pair_twice", 7},
		"a pair twice together":   {supply, capacity, "participant,intervention,gain\nA,y,1\nA,x,1\nA,x,1\n", matchfile.Edges, "pair_twice", 4},
		"an unknown participant":  {supply, capacity, edges + "secret,x,1\n", matchfile.Edges, "unknown_participant", 6},
		"nobody":                  {supply, capacity, edges + ",x,1\n", matchfile.Edges, "unknown_participant", 6},
		"an unknown intervention": {supply, capacity, edges + "A,secret,1\n", matchfile.Edges, "unknown_intervention", 6},
		"a negative supply":       {supply + "C,-1\n", capacity, edges, matchfile.Supply, "negative", 4},
		"a huge negative":         {supply + "C,-99999999999999999999\n", capacity, edges, matchfile.Supply, "negative", 4},
		"a negative capacity":     {supply, "intervention,quanta\nx,-3\n", edges, matchfile.Capacity, "negative", 2},
		"a huge supply":           {supply + "C,1000001\n", capacity, edges, matchfile.Supply, "too_large", 4},
		"past 64 bits":            {supply + "C,99999999999999999999999\n", capacity, edges, matchfile.Supply, "too_large", 4},
		"a huge gain":             {supply, capacity, edges + "B,x,1000000000001\n", matchfile.Edges, "too_large", 6},
		"a huge loss":             {supply, capacity, edges + "B,x,-1000000000001\n", matchfile.Edges, "too_large", 6},
		"no number":               {supply + "C,\n", capacity, edges, matchfile.Supply, "not_a_number", 4},
		"a sign alone":            {supply + "C,-\n", capacity, edges, matchfile.Supply, "not_a_number", 4},
		"a plus":                  {supply + "C,+1\n", capacity, edges, matchfile.Supply, "not_a_number", 4},
		"a part":                  {supply + "C,1.5\n", capacity, edges, matchfile.Supply, "not_a_number", 4},
		"a word":                  {supply, capacity, edges + "A,x,secret\n", matchfile.Edges, "not_a_number", 6},
		"not UTF-8":               {supply + "\xe5,1\n", capacity, edges, matchfile.Supply, "not_utf8", 4},
		"not UTF-8 at the end":    {supply + "\xe5,1", capacity, edges, matchfile.Supply, "not_utf8", 4},
		"UTF-16":                  {"\xff\xfep\x00a\x00", capacity, edges, matchfile.Supply, "nul", 1},
		"a null character":        {supply, capacity + "\x00,1\n", edges, matchfile.Capacity, "nul", 4},
		"a quote left open":       {supply + "\"C,1\n", capacity, edges, matchfile.Supply, "open_quote", 4},
		"text after a quote":      {supply + "\"C\"D,1\n", capacity, edges, matchfile.Supply, "open_quote", 4},
		"a long line":             {supply + strings.Repeat("C", matchfile.LongestLine) + ",1\n", capacity, edges, matchfile.Supply, "long_line", 4},
		"a very long line":        {supply + strings.Repeat("C", 1<<20), capacity, edges, matchfile.Supply, "long_line", 4},
		"too much together": {"participant,quanta\n" + many, capacity, "participant,intervention,gain\nA1,x,1000000000000\n",
			matchfile.Edges, "too_much_together", 1},
	} {
		_, _, err := read(c.supply, c.capacity, c.edges)
		var wrong *fault.Error
		if !errors.As(err, &wrong) || wrong.Code != fault.Invalid || wrong.Text.Key != "match.file."+c.key ||
			wrong.Text.Args["Line"] != c.line || wrong.Text.Args["File"] != c.which {
			t.Errorf("%s: %v %+v", name, err, wrong)
			continue
		}
		for _, said := range wrong.Text.Args {
			if text, is := said.(string); is && strings.Contains(text, "secret") {
				t.Errorf("%s: the fault says %q", name, text)
			}
		}
	}
}

// many have a million quanta each.
var many = func() string {
	var b strings.Builder
	for _, name := range "123" {
		b.WriteString("A" + string(name) + ",1000000\n")
	}
	return b.String()
}()

func TestReadHandsOnWhatReadersSay(t *testing.T) {
	broken := errors.New("the disk is gone")
	for at := range 3 {
		files := []io.Reader{strings.NewReader(supply), strings.NewReader(capacity), strings.NewReader(edges)}
		files[at] = io.MultiReader(io.LimitReader(files[at], 35), iotest.ErrReader(broken))
		if _, _, err := matchfile.Read(files[0], files[1], files[2]); !errors.Is(err, broken) {
			t.Errorf("file %d: %v", at, err)
		}
	}
}

// Whatever the files, they are read or refused with a line that there is; what is read
// can be solved.
func FuzzRead(f *testing.F) {
	f.Add(supply, capacity, edges)
	f.Add("\uFEFFkvanta;deltagare\r\n2;A\r\n\r\n3;\"B\"\r\n", capacity, "gain,participant,intervention\n9,A,x\n7,B,x\n1,A,y\n")
	f.Add("participant,quanta\n\"a\"\"b\",1\n", "intervention,quanta\nx,0", "participant,intervention,gain\n\"a\"\"b\",x,-1\n")
	f.Add("participant,quanta\nA,99999999999999999999\n", "", "\x00")
	f.Fuzz(func(t *testing.T, supply, capacity, edges string) {
		in, _, err := read(supply, capacity, edges)
		var wrong *fault.Error
		switch {
		case err == nil:
			if _, err := flow.Solve(in.Problem); err != nil {
				t.Error(err)
			}
		case !errors.As(err, &wrong):
			t.Error(err)
		default:
			text := map[matchfile.Which]string{matchfile.Supply: supply, matchfile.Capacity: capacity, matchfile.Edges: edges}[wrong.Text.Args["File"].(matchfile.Which)]
			if line := wrong.Text.Args["Line"].(int); line < 1 || line > 1+strings.Count(text, "\n") {
				t.Errorf("line %d of %q", line, text)
			}
		}
	})
}
