package assessment

// Fills says which part of the profile a scale or a text goes into.
type Fills string

const (
	FillsWishes Fills = "wishes" // of a text
	FillsTheme  Fills = "theme"  // of a scale whose code is the theme
)

// Marks is what choosing an option means for the profile.
type Marks struct {
	AbilityHours *int       `yaml:"ability_hours"`
	LadderStep   int        `yaml:"ladder_step"`
	Barrier      Barrier    `yaml:"barrier"`
	Protective   Protective `yaml:"protective"`
	MainCause    MainCause  `yaml:"main_cause"`
	Swedish      Swedish    `yaml:"swedish"`
	ChildCare    ChildCare  `yaml:"child_care"`
}

// Score is the profile that one rater's answers come to. Only answers to questions
// that are called for count. The answers are taken to be valid: ask Validate first.
func (in *Instrument) Score(r Rater, answers Answers) Profile {
	var p Profile
	var barriers []Barrier
	var protective []Protective
	mark := func(m Marks) {
		if m.AbilityHours != nil {
			hours := *m.AbilityHours
			p.AbilityHours = &hours
		}
		if m.LadderStep != 0 {
			p.LadderStep = m.LadderStep
		}
		if m.MainCause != "" {
			p.MainCause = m.MainCause
		}
		if m.Swedish != "" {
			p.Swedish = m.Swedish
		}
		if m.ChildCare != "" {
			p.ChildCare = m.ChildCare
		}
		barriers = append(barriers, m.Barrier)
		protective = append(protective, m.Protective)
	}
	for _, s := range in.applying(r, answers) {
		for _, q := range s.Questions {
			a := answers[q.Code]
			for _, code := range append([]string{a.Choice}, a.Choices...) {
				if o, chosen := q.Option(code); chosen {
					mark(o.Sets)
				}
			}
			switch {
			case q.Fills == FillsWishes && a.Words != "":
				p.Wishes = a.Words
			case q.Fills == FillsTheme && a.Number != nil:
				if p.Themes == nil {
					p.Themes = map[Theme]int{}
				}
				p.Themes[Theme(q.Code)] = *a.Number
			}
		}
	}
	p.Barriers = inOrder(Barriers(), barriers)
	p.Protective = inOrder(ProtectiveFactors(), protective)
	return p
}
