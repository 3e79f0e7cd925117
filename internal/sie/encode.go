package sie

import (
	"fmt"
	"strings"

	"golang.org/x/text/encoding/charmap"

	"fotfaste/internal/fault"
	"fotfaste/internal/latin"
	"fotfaste/internal/money"
	"fotfaste/internal/period"
)

// Encode is the bytes of the file, in code page 437 with CRLF. The same file gives
// the same bytes. The fault is Invalid with a field for each thing that is wrong:
// "vouchers.0.rows.1.account" is the account of the second row of the first.
func (f File) Encode() ([]byte, error) {
	var fields fault.Fields
	for _, w := range f.check() {
		name := w.field
		if w.row >= 0 {
			name = fmt.Sprintf("rows.%d.%s", w.row, name)
		}
		if w.voucher >= 0 {
			name = fmt.Sprintf("vouchers.%d.%s", w.voucher, name)
		}
		fields = append(fields, fault.Field{Name: name, Text: w.text})
	}
	if err := fields.Err(); err != nil {
		return nil, err
	}
	var b strings.Builder
	f.write(&b)
	written, err := charmap.CodePage437.NewEncoder().String(b.String())
	if err != nil {
		return nil, fmt.Errorf("writing the voucher file in code page 437: %w", err)
	}
	return []byte(written), nil
}

func (f File) write(b *strings.Builder) {
	line := func(format string, args ...any) { fmt.Fprintf(b, format+"\r\n", args...) }
	line("#FLAGGA 0")
	line("#PROGRAM %s %s", quoted(f.Program), quoted(f.Version))
	line("#FORMAT PC8")
	line("#GEN %s", day(f.GeneratedOn))
	line("#SIETYP 4")
	if f.OrganisationNumber != "" {
		n := strings.ReplaceAll(f.OrganisationNumber, "-", "")
		line("#ORGNR %s-%s", n[:6], n[6:])
	}
	line("#FNAMN %s", quoted(f.Company))
	line("#RAR 0 %s %s", day(f.FiscalYear.From), day(f.FiscalYear.To))
	for _, a := range f.Accounts {
		line("#KONTO %d %s", a.Number, quoted(a.Name))
	}
	for _, d := range f.Dimensions {
		line("#DIM %d %s", d.Number, quoted(d.Name))
	}
	for _, v := range f.Vouchers {
		number := `""`
		if v.Number > 0 {
			number = fmt.Sprint(v.Number)
		}
		line("#VER %s %s %s %s", quoted(v.Series), number, day(v.Day), quoted(v.Text))
		line("{")
		for _, r := range v.Rows {
			text := ""
			if spelt(r.Text) != "" {
				text = fmt.Sprintf(" %s %s", day(v.Day), quoted(r.Text)) // the day stands before the text
			}
			line("#TRANS %d {%s} %s%s", r.Account, objects(r.Objects), kronor(r.Amount), text)
		}
		line("}")
	}
}

func objects(all []Object) string {
	written := make([]string, len(all))
	for i, o := range all {
		written[i] = fmt.Sprintf("%d %s", o.Dimension, quoted(o.Number))
	}
	return strings.Join(written, " ")
}

// kronor is the amount with two decimals and a point, the sign first.
func kronor(o money.Ore) string {
	sign, size := "", uint64(o)
	if o < 0 {
		sign, size = "-", -uint64(o)
	}
	return fmt.Sprintf("%s%d.%02d", sign, size/100, size%100)
}

func day(d period.Day) string { return d.Time().Format("20060102") }

// quoted is the text between quotation marks; one within has a backslash before it.
func quoted(text string) string {
	return `"` + strings.ReplaceAll(spelt(text), `"`, `\"`) + `"`
}

// spelt is the text in the signs of code page 437.
func spelt(text string) string {
	return latin.Spell(strings.ReplaceAll(text, `\`, "/"), has437)
}

// noBreak is a space in every text that we write.
const noBreak = '\u00a0'

// has437 tells whether the code page has the sign and the format allows it.
func has437(r rune) bool {
	_, ok := charmap.CodePage437.EncodeRune(r)
	return ok && r >= ' ' && r != 0x7f && r != '\\' && r != noBreak
}
