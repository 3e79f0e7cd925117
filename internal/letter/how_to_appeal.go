package letter

import (
	"fotfaste/internal/fault"
	"fotfaste/internal/law"
	"fotfaste/internal/period"
)

// Appeal is what the reader must know to appeal.
type Appeal struct {
	Weeks law.Parameter[int]     // to appeal in, from the day they got the decision
	Act   law.Parameter[law.Act] // where it stands
	Day   period.Day             // of the decision
}

// HowToAppeal says to whom, within what time, what to write and who helps (FL
// (2017:900) 33 §, 43-44 §§). The appeal is written to the court and handed in to the
// municipality, which looks at its decision again before it sends it on.
func (b *Builder) HowToAppeal(a Appeal) *Builder {
	m := b.letter.Municipality
	b.letter.HasAppeal = true
	b.Heading("letter.appeal")
	b.Paragraph("letter.appeal.court", "Municipality", m, "Unit", b.letter.Unit)
	b.Paragraph("letter.appeal.time", "Count", a.Weeks.Value, "Municipality", m)
	b.Paragraph("letter.appeal.write")
	b.List(
		fault.T("letter.appeal.write.decision", "Number", b.letter.Number, "Day", a.Day),
		fault.T("letter.appeal.write.change"),
		fault.T("letter.appeal.write.why"),
		fault.T("letter.appeal.write.reach"),
	)
	b.Paragraph("letter.appeal.way")
	b.Paragraph("letter.appeal.help", "Unit", b.letter.Unit)
	b.Paragraph("letter.appeal.reconsider")
	cited := a.Act.Value.Citation
	if a.Weeks.Source != "" {
		cited = a.Weeks.Source + "; " + cited
	}
	return b.Paragraph("letter.appeal.law", "Citation", cited)
}
