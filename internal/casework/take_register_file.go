package casework

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"path"
	"strings"
	"time"

	"fotfaste/internal/access"
	"fotfaste/internal/fault"
	"fotfaste/internal/household"
	"fotfaste/internal/household/registerfile"
	"fotfaste/internal/ident"
)

// RegisterFile is a file from a register, about the household of the case.
type RegisterFile struct {
	Form
	Name    string // as it was handed in
	Content []byte
}

// RegisterRow is a row of the file beside what stands.
type RegisterRow struct {
	registerfile.Row
	Known  bool                 // the register has said the same already
	Differ *household.Statement // what counts in the month, where it says something else
}

// RegisterPreview is what a file would bring.
type RegisterPreview struct {
	Header
	Rows  []RegisterRow
	Form  registerfile.Form
	Fresh int // rows that are not known
	Again *TakenBefore
}

// TakenBefore is when the same file was taken, and by whom.
type TakenBefore struct {
	At time.Time
	By string
}

// PreviewRegisterFile reads the file and says what it would bring; nothing is kept. The
// errors are those of registerfile.Read.
func (o *Office) PreviewRegisterFile(ctx context.Context, actor access.Actor, id ident.ID, in RegisterFile) (RegisterPreview, error) {
	var v RegisterPreview
	err := o.onHousehold(ctx, actor, access.TakeRegisterFile, id, Form{}, func(d *desk, known householdKnown) (err error) {
		if v.Header, err = d.header(ctx); err != nil {
			return err
		}
		d.note("preview", true)
		v.Rows, v.Form, v.Again, err = d.readRegister(known, in)
		for _, r := range v.Rows {
			if !r.Known {
				v.Fresh++
			}
		}
		return err
	})
	return v, err
}

// TakeRegisterFile takes every row of the file that the register had not said already,
// and tells how many. Conflict where the same file has been taken.
func (o *Office) TakeRegisterFile(ctx context.Context, actor access.Actor, id ident.ID, in RegisterFile) (taken int, err error) {
	err = o.onHousehold(ctx, actor, access.TakeRegisterFile, id, in.Form, func(d *desk, known householdKnown) error {
		rows, _, again, err := d.readRegister(known, in)
		switch {
		case err != nil:
			return err
		case again != nil:
			return fault.New(fault.Conflict, "register.again", "At", again.At, "By", again.By)
		case len(known.Rows)+len(rows) > household.MostRows:
			return fault.New(fault.Conflict, "household.refused.many", "Most", household.MostRows)
		}
		source := household.Source{File: fileName(in.Name), SHA256: sumOf(in.Content)}
		for _, r := range rows {
			if r.Known {
				continue
			}
			r.Source = source
			r.Source.Line = r.Line
			if err := d.say(ctx, household.Row{ID: d.newID(), Statement: r.Statement}, household.Entered); err != nil {
				return err
			}
			taken++
		}
		d.note("rows", taken)
		d.note("sha256", source.SHA256)
		return d.lookAgain(ctx, false)
	})
	return taken, err
}

// readRegister is the rows of the file beside what is known.
func (d *desk) readRegister(known householdKnown, in RegisterFile) (rows []RegisterRow, form registerfile.Form, again *TakenBefore, err error) {
	file, err := registerfile.Read(in.Content, d.Today.Month())
	if err != nil {
		return nil, form, nil, err
	}
	sum := sumOf(in.Content)
	for _, r := range known.Rows {
		if r.Source.SHA256 == sum && !r.TakenBack {
			again = &TakenBefore{r.EnteredAt, r.EnteredBy}
		}
	}
	for _, r := range file.Rows {
		row := RegisterRow{Row: r}
		_, row.Known = known.standing(r.Statement)
		for _, line := range household.Lines(known.Rows, r.From) {
			if line.Counts.Subject() == r.Subject() && !line.Counts.Says(r.Statement) {
				row.Differ = &line.Counts.Statement
			}
		}
		rows = append(rows, row)
	}
	return rows, file.Form, again, nil
}

func sumOf(content []byte) string {
	sum := sha256.Sum256(content)
	return hex.EncodeToString(sum[:])
}

// fileName is the name without folders, no longer than it needs to be told apart.
func fileName(name string) string {
	const most = 100
	runes := []rune(strings.ToValidUTF8(path.Base(strings.ReplaceAll(name, `\`, "/")), ""))
	return string(runes[:min(len(runes), most)])
}
