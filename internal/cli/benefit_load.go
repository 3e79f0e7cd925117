package cli

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"

	"fotfaste/internal/access"
	"fotfaste/internal/casework"
	"fotfaste/internal/fault"
	"fotfaste/internal/period"
	"fotfaste/internal/web/locale"
)

type benefitLoadCommand struct {
	inNameOf
	File string `arg:"" placeholder:"FILE" help:"Rows \"person,month\", the person as a case number and months as YYYY-MM, heading or not, in UTF-8. \"-\" reads standard input."`
	Base string `required:"" placeholder:"MONTH" help:"The last month that the file knows, YYYY-MM."`
}

// mostBenefitFile is the largest file that is taken in, in bytes: ten years of a hundred
// thousand people.
const mostBenefitFile = 256 << 20

// benefitSaid is what was taken in.
type benefitSaid struct {
	Base       period.Month  `json:"base"`
	Persons    int           `json:"persons"`
	Rows       int64         `json:"rows"`
	Duplicates int64         `json:"duplicates"`
	After      int64         `json:"after_base"`
	Newer      *period.Month `json:"newer_base,omitempty"` // of a file that stays in use
	Notes      []saidNote    `json:"notes"`
}

// Run takes the file in, whole or not at all.
func (c *benefitLoadCommand) Run(ctx context.Context, env *Env) error {
	p := c.words()
	base, err := baseMonth(p, c.Base)
	if err != nil {
		return err
	}
	from := env.In
	if c.File != "-" {
		file, err := os.Open(c.File)
		if err != nil {
			return refuse(p, "benefit.file.unreadable", "File", c.File)
		}
		defer file.Close()
		from = file
	}
	content, err := io.ReadAll(io.LimitReader(from, mostBenefitFile+1))
	if err != nil || len(content) > mostBenefitFile {
		return refuse(p, "benefit.file.unreadable", "File", c.File)
	}
	return c.do(ctx, env, []access.Role{access.Manager}, func(o *casework.Office, actor access.Actor) error {
		v, err := o.LoadBenefit(ctx, actor, casework.BenefitDelivery{Name: filepath.Base(c.File), Base: base, Content: content})
		var wrong *fault.Error
		if errors.As(err, &wrong) && wrong.Text.Args["Line"] != nil {
			return refuse(p, "benefit.file.wrong", "File", c.File, "Line", wrong.Text.Args["Line"], "Because", plainSpaces.Replace(p.Fault(wrong.Text)))
		}
		if err != nil {
			return err
		}
		if c.JSON {
			return writeJSON(env.Out, benefitSaid{base, v.Persons, v.Rows, v.Duplicates, v.After, v.Newer, loadNotes(p, base, v)})
		}
		if err := c.say(env, "dependence.file.loaded_said", "Persons", v.Persons, "Rows", v.Rows, "Base", base.String()); err != nil {
			return err
		}
		for _, n := range loadNotes(p, base, v) {
			if _, err := plainSpaces.WriteString(env.Out, "- "+n.Sentence+"\n"); err != nil {
				return err
			}
		}
		return nil
	})
}

// loadNotes is what there is to know of the file that was taken in.
func loadNotes(p *locale.Printer, base period.Month, v casework.BenefitLoaded) []saidNote {
	notes := []saidNote{}
	if v.Newer != nil {
		notes = append(notes, noteOf(p, "newer_base", "dependence.file.newer_said", 0, "Base", base.String(), "Newer", v.Newer.String()))
	}
	if v.Duplicates > 0 {
		notes = append(notes, noteOf(p, "duplicates", "benefit.note.duplicates", v.Duplicates))
	}
	if v.After > 0 {
		notes = append(notes, noteOf(p, "after_base", "dependence.file.after_said", v.After, "Base", base.String()))
	}
	return append(notes, formNotes(p, v.Form)...)
}
