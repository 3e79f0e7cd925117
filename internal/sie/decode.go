package sie

import (
	"bytes"
	"strconv"
	"strings"

	"golang.org/x/text/encoding/charmap"

	"fotfaste/internal/fault"
	"fotfaste/internal/money"
	"fotfaste/internal/period"
)

// LargestFile is how many bytes a file may have.
const LargestFile = 16 << 20

// Decode reads a file of type 4I with what Encode writes; records of other kinds
// are passed over, as the format asks. The fault is Invalid with the line (TooLarge
// for more than LargestFile bytes). What is read keeps the rules of Encode.
func Decode(file []byte) (File, error) {
	if len(file) > LargestFile {
		return File{}, fault.New(fault.TooLarge, "sie.read.too_large", "Limit", LargestFile>>20)
	}
	text, err := charmap.CodePage437.NewDecoder().Bytes(file)
	if err != nil {
		return File{}, refuse("sie.read.line", 1).Because(err)
	}
	r := reader{}
	number := 0
	for line := range bytes.Lines(text) {
		number++
		if err := r.line(strings.TrimRight(string(line), "\r\n\x1a"), number); err != nil {
			return File{}, err
		}
	}
	if r.open || r.waiting {
		return File{}, refuse("sie.read.block", number)
	}
	if !r.typed || !r.coded {
		return File{}, refuse("sie.read.kind", max(number, 1))
	}
	if wrong := r.file.check(); len(wrong) > 0 {
		w, at := wrong[0], 1
		if w.voucher >= 0 {
			at = r.vouchers[w.voucher]
		}
		if w.row >= 0 {
			at = r.rows[w.voucher][w.row]
		}
		return File{}, refuse("sie.read.rule", at, "Why", w.text)
	}
	return r.file, nil
}

func refuse(key string, line int, pairs ...any) *fault.Error {
	return fault.New(fault.Invalid, key, append(pairs, "Line", line)...)
}

// reader is a file on its way in.
type reader struct {
	file          File
	typed, coded  bool    // the type and the character set have been said
	waiting, open bool    // a voucher has its record but not its brace; its brace too
	vouchers      []int   // lines of the vouchers
	rows          [][]int // and of their rows
}

func (r *reader) line(text string, number int) error {
	fields, ok := split(text)
	if !ok {
		return refuse("sie.read.line", number)
	}
	if len(fields) == 0 {
		return nil
	}
	label := strings.ToUpper(fields[0].text)
	brace := fields[0].plain && (label == "{" || label == "}")
	switch {
	case r.waiting && label != "{", brace && label == "{" && !r.waiting, brace && label == "}" && !r.open,
		r.open && label == "#VER", !r.open && label == "#TRANS":
		return refuse("sie.read.block", number)
	case brace:
		r.waiting, r.open = false, label == "{"
		return nil
	case !fields[0].plain || !strings.HasPrefix(label, "#"):
		return refuse("sie.read.line", number)
	}
	if ok, known := r.record(label, rest{fields[1:]}, number); known && !ok {
		return refuse("sie.read.field", number, "Label", label)
	}
	return nil
}

// record takes in one record; ok where its fields could be read.
func (r *reader) record(label string, in rest, number int) (ok, known bool) {
	f := &r.file
	switch label {
	case "#FORMAT":
		r.coded = in.text(0) == "PC8"
		return r.coded, true
	case "#SIETYP":
		r.typed = in.text(0) == "4"
		return r.typed, true
	case "#PROGRAM":
		f.Program, f.Version = in.text(0), in.text(1)
		return true, true
	case "#GEN":
		return in.day(0, &f.GeneratedOn), true
	case "#FNAMN":
		f.Company = in.text(0)
		return true, true
	case "#ORGNR":
		f.OrganisationNumber = in.text(0)
		return true, true
	case "#RAR":
		if in.text(0) != "0" {
			return true, true // a year before
		}
		return in.day(1, &f.FiscalYear.From) && in.day(2, &f.FiscalYear.To), true
	case "#KONTO":
		a := Account{Name: in.text(1)}
		ok = in.number(0, &a.Number)
		f.Accounts = append(f.Accounts, a)
		return ok, true
	case "#DIM":
		d := Dimension{Name: in.text(1)}
		if ok = in.number(0, &d.Number); ok && d.Number > reserved {
			f.Dimensions = append(f.Dimensions, d)
		}
		return ok, true
	case "#VER":
		v := Voucher{Series: in.text(0), Text: in.text(3)}
		ok = (in.text(1) == "" || in.number(1, &v.Number)) && in.day(2, &v.Day)
		f.Vouchers, r.waiting = append(f.Vouchers, v), true
		r.vouchers, r.rows = append(r.vouchers, number), append(r.rows, nil)
		return ok, true
	case "#TRANS":
		row := Row{Text: in.text(4)}
		ok = in.number(0, &row.Account) && in.objects(1, &row.Objects) && in.amount(2, &row.Amount)
		last := len(f.Vouchers) - 1
		f.Vouchers[last].Rows = append(f.Vouchers[last].Rows, row)
		r.rows[last] = append(r.rows[last], number)
		return ok, true
	}
	return false, false
}

// rest is the fields after the label. One that is missing is empty.
type rest struct{ fields []field }

func (r rest) at(n int) field {
	if n < len(r.fields) {
		return r.fields[n]
	}
	return field{}
}

func (r rest) text(n int) string { return r.at(n).text }

func (r rest) number(n int, to *int) bool {
	number, err := strconv.ParseUint(r.text(n), 10, 31)
	*to = int(number)
	return err == nil && !r.at(n).list
}

func (r rest) day(n int, to *period.Day) bool {
	text := r.text(n)
	if len(text) != len("20060102") {
		return false
	}
	d, err := period.ParseDay(text[:4] + "-" + text[4:6] + "-" + text[6:])
	*to = d
	return err == nil
}

// objects reads a list of dimension and object by turns.
func (r rest) objects(n int, to *[]Object) bool {
	list := r.at(n)
	if !list.list || len(list.inside)%2 != 0 {
		return false
	}
	for i := 0; i < len(list.inside); i += 2 {
		o := Object{Number: list.inside[i+1].text}
		if !(rest{list.inside}).number(i, &o.Dimension) {
			return false
		}
		*to = append(*to, o)
	}
	return true
}

// amount reads kronor with at most two decimals after a point.
func (r rest) amount(n int, to *money.Ore) bool {
	text, negative := strings.CutPrefix(r.text(n), "-")
	whole, decimals, point := strings.Cut(text, ".")
	if whole == "" || point && decimals == "" || len(decimals) > 2 {
		return false
	}
	number, err := strconv.ParseUint(whole+(decimals + "00")[:2], 10, 63)
	*to = money.Ore(number)
	if negative {
		*to = -*to
	}
	return err == nil
}
