package matchfile

import (
	"errors"
	"io"
	"math"

	"fotfaste/internal/allocation"
	"fotfaste/internal/fault"
	"fotfaste/internal/flow"
)

// Which names one of the three files, in the argument File of a fault.
type Which string

const (
	Supply   Which = "supply"
	Capacity Which = "capacity"
	Edges    Which = "edges"
)

// Read is the instance of the three files, and the form of each. What cannot be right is
// a *fault.Error of the first line that is wrong, of the code Invalid, with the File and
// the Line among its arguments. Other errors are the readers' own.
func Read(supply, capacity, edges io.Reader) (*allocation.Instance, map[Which]Form, error) {
	in := &allocation.Instance{}
	forms := map[Which]Form{}
	var people, places map[string]int32
	var err error
	if in.Participants, in.Supply, people, err = amounts(forms, Supply, supply, participantColumn); err != nil {
		return nil, nil, err
	}
	if in.Interventions, in.Capacity, places, err = amounts(forms, Capacity, capacity, interventionColumn); err != nil {
		return nil, nil, err
	}
	pairs, err := readPairs(forms, edges, people, places)
	if err != nil {
		return nil, nil, err
	}
	if err := pairs.into(in); err != nil {
		return nil, nil, inFile(Edges, err)
	}
	var wrong *flow.ProblemError
	if err := in.Check(); errors.As(err, &wrong) {
		return nil, nil, fault.New(fault.Invalid, "match.file.too_much_together", "File", Edges, "Line", 1).Because(err)
	} else if err != nil {
		return nil, nil, err
	}
	return in, forms, nil
}

// inFile says in which file a fault is.
func inFile(which Which, err error) error {
	var wrong *fault.Error
	if errors.As(err, &wrong) {
		wrong.Text.Args["File"] = which
	}
	return err
}

// amounts are the names of a file, the quanta of each, and where each name stands.
func amounts(forms map[Which]Form, which Which, from io.Reader, column string) (names []string, quanta []int64, places map[string]int32, err error) {
	defer func() { err = inFile(which, err) }()
	r, err := head(from, column, quantaColumn)
	if err != nil {
		return nil, nil, nil, err
	}
	places = map[string]int32{}
	var lines []int32
	for {
		if err := r.next(); errors.Is(err, io.EOF) {
			forms[which] = r.form
			return names, quanta, places, nil
		} else if err != nil {
			return nil, nil, nil, err
		}
		if len(r.fields[0]) == 0 {
			return nil, nil, nil, r.refused("match.file.no_name", "Column", column)
		}
		if first, is := places[string(r.fields[0])]; is {
			return nil, nil, nil, r.refused("match.file.name_twice", "Column", column, "First", int(lines[first]))
		}
		n, wrong := whole(r.fields[1], MostQuanta, false)
		if wrong != "" {
			return nil, nil, nil, r.refused(wrong, "Column", quantaColumn, "Most", MostQuanta)
		}
		name := string(r.fields[0])
		places[name] = int32(len(names))
		names, quanta, lines = append(names, name), append(quanta, n), append(lines, int32(r.line))
	}
}

// pairs are the rows of the edges, as they stand.
type pairs struct {
	from, to, lines []int32
	gains           []int64
}

func readPairs(forms map[Which]Form, edges io.Reader, people, places map[string]int32) (p pairs, err error) {
	defer func() { err = inFile(Edges, err) }()
	r, err := head(edges, participantColumn, interventionColumn, gainColumn)
	if err != nil {
		return p, err
	}
	last, lastIs := "", int32(0) // rows of one participant most often stand together
	for {
		if err := r.next(); errors.Is(err, io.EOF) {
			forms[Edges] = r.form
			return p, nil
		} else if err != nil {
			return p, err
		}
		if last == "" || string(r.fields[0]) != last {
			from, is := people[string(r.fields[0])]
			if !is {
				return p, r.refused("match.file.unknown_participant")
			}
			last, lastIs = string(r.fields[0]), from
		}
		to, is := places[string(r.fields[1])]
		if !is {
			return p, r.refused("match.file.unknown_intervention")
		}
		gain, wrong := whole(r.fields[2], MostGain, true)
		if wrong != "" {
			return p, r.refused(wrong, "Column", gainColumn, "Most", MostGain)
		}
		if len(p.from) == math.MaxInt32-2 {
			return p, r.refused("match.file.too_many")
		}
		p.from, p.to, p.lines = append(p.from, lastIs), append(p.to, to), append(p.lines, int32(r.line))
		p.gains = append(p.gains, gain)
	}
}

// into puts the pairs into the instance, participant by participant. One that is there
// twice is refused even where both rows say the same: which of them holds?
func (p pairs) into(in *allocation.Instance) error {
	in.First = make([]int32, len(in.Supply)+1)
	sorted := true
	for k, from := range p.from {
		in.First[from+1]++
		sorted = sorted && (k == 0 || p.from[k-1] <= from)
	}
	for i := range in.Supply {
		in.First[i+1] += in.First[i]
	}
	in.To, in.Gain = p.to, p.gains
	if !sorted {
		p.lines = p.sort(in)
	}
	seen := make([]int32, len(in.Capacity)) // the edge there, and one
	for i := range in.Supply {
		for e := in.First[i]; e < in.First[i+1]; e++ {
			if before := seen[in.To[e]]; before > in.First[i] {
				line, first := p.lines[e], p.lines[before-1]
				return fault.New(fault.Invalid, "match.file.pair_twice", "Line", int(max(line, first)), "First", int(min(line, first)))
			}
			seen[in.To[e]] = e + 1
		}
	}
	return nil
}

// sort puts the pairs in the order of the participants, and gives their lines.
func (p pairs) sort(in *allocation.Instance) []int32 {
	put := append([]int32(nil), in.First...)
	lines := make([]int32, len(p.lines))
	in.To, in.Gain = make([]int32, len(p.to)), make([]int64, len(p.to))
	for k, from := range p.from {
		at := put[from]
		put[from]++
		in.To[at], in.Gain[at], lines[at] = p.to[k], p.gains[k], p.lines[k]
	}
	return lines
}
