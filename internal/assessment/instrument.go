package assessment

// Rater is who answers. The two stand side by side: what they see differently is
// what the talk is about.
type Rater string

const (
	Participant  Rater = "participant"
	Professional Rater = "professional"
)

// Kind is the form of an answer.
type Kind string

const (
	OneOf  Kind = "one_of"
	ManyOf Kind = "many_of"
	Scale  Kind = "scale"  // a whole number between two ends that have words
	Number Kind = "number" // a whole number with a unit of its own
	Date   Kind = "date"
	Words  Kind = "text"
)

// Text is the same words in several languages, by BCP 47 tag. Swedish and English
// are always there.
type Text map[string]string

// In is the text in the language, in Swedish where the language has none.
func (t Text) In(language string) string {
	if words := t[language]; words != "" {
		return words
	}
	return t["sv"]
}

// Instrument is a set of questions, as it was signed off under its version. Answers
// are kept with the code and the version they were given to.
type Instrument struct {
	Code        string    `yaml:"code"`
	Version     string    `yaml:"version"`
	Title       Text      `yaml:"title"`
	Purpose     Text      `yaml:"purpose"`
	EveryMonths int       `yaml:"every_months"` // asked again after so many; 0 for once
	Sections    []Section `yaml:"sections"`
}

// Section is one theme, and one screen.
type Section struct {
	Code      string     `yaml:"code"`
	Title     Text       `yaml:"title"`
	Intro     Text       `yaml:"intro"`
	ShowWhen  ShowWhen   `yaml:"show_when"`
	Questions []Question `yaml:"questions"`
}

// Question is one thing asked.
type Question struct {
	Code string `yaml:"code"` // unique in the instrument; the name of its field in a form
	Kind Kind   `yaml:"kind"`
	Text Text   `yaml:"text"`
	// Professional is the wording for the professional, where it is another.
	Professional Text     `yaml:"professional"`
	Help         Text     `yaml:"help"`
	Raters       []Rater  `yaml:"raters"` // empty means both
	Required     bool     `yaml:"required"`
	Private      bool     `yaml:"private"` // only in a talk with nobody else in the room
	ShowWhen     ShowWhen `yaml:"show_when"`
	Options      []Option `yaml:"options"` // of one_of and many_of
	Min          int      `yaml:"min"`     // of scale and number
	Max          int      `yaml:"max"`
	MinText      Text     `yaml:"min_text"` // what the ends of a scale mean
	MaxText      Text     `yaml:"max_text"`
	Fills        Fills    `yaml:"fills"`
}

// Option is one answer to choose.
type Option struct {
	Code      string `yaml:"code"`
	Text      Text   `yaml:"text"`
	Exclusive bool   `yaml:"exclusive"` // of many_of: cannot stand with others, such as "none of these"
	Sets      Marks  `yaml:"sets"`
}

// Asks is the wording for the rater.
func (q Question) Asks(r Rater) Text {
	if r == Professional && len(q.Professional) > 0 {
		return q.Professional
	}
	return q.Text
}

// For tells whether the question is put to the rater.
func (q Question) For(r Rater) bool {
	if len(q.Raters) == 0 {
		return r == Participant || r == Professional
	}
	for _, rater := range q.Raters {
		if rater == r {
			return true
		}
	}
	return false
}

// Option is the option with the code.
func (q Question) Option(code string) (Option, bool) {
	for _, o := range q.Options {
		if o.Code == code {
			return o, true
		}
	}
	return Option{}, false
}

// Question is the question with the code, wherever it stands.
func (in *Instrument) Question(code string) (Question, bool) {
	for _, s := range in.Sections {
		for _, q := range s.Questions {
			if q.Code == code {
				return q, true
			}
		}
	}
	return Question{}, false
}
