package form

import (
	"slices"
	"strconv"
	"strings"

	"fotfaste/internal/period"
	"fotfaste/internal/web/locale"
)

// Field is a field as its template shows it. Pages do not fill it in by hand: a
// method of Form makes it, with its label, hint, value and error in place, and
// the methods of Field change what differs.
//
//	{{template "field" (.Form.TextField "goal" "worker.plan_agree.goal")}}
//	{{template "field" ((.Form.AreaField "why" "worker.plan_agree.why" 6).Optional)}}
type Field struct {
	Kind         string // "input", "area", "select", "radio", "checkbox", "checkboxes", "scale"
	Type         string // of an input
	ID, Name     string
	Label        string
	Hint         string
	Error        string
	ErrorMark    string // said before the error to those who do not see colour
	Value        string
	Values       []string
	Options      []Option
	Rows         int
	Least, Most  string
	InputMode    string
	Autocomplete string
	Suffix       string // the unit after a number
	OptionalText string // "" for a required field
	Low, High    string // the words at the ends of a scale
	Big          bool   // the label is the heading of the page
	None         string // the first, empty line of a select
	LimitText    string // how much there is room for

	printer *locale.Printer
	form    *Form
}

// Option is one alternative of a choice.
type Option struct{ Value, Text, Hint string }

// Options makes alternatives out of codes and the text of each.
//
//	form.Options(tracks, func(t plan.Track) string { return p.Code("plan.track.", t) })
func Options[T ~string](codes []T, text func(T) string) []Option {
	out := make([]Option, len(codes))
	for i, c := range codes {
		out[i] = Option{Value: string(c), Text: text(c)}
	}
	return out
}

func (f *Form) field(kind, name, label string) Field {
	view := Field{
		Kind: kind, ID: id(name), Name: name,
		Value: f.values.Get(name), Values: f.values[name],
		Error: f.wrongWith(name), ErrorMark: f.printer.Text("form.error_mark"),
		printer: f.printer, form: f,
	}
	if f.labels == nil {
		f.labels = map[string]string{}
	}
	if label == "" { // the page says it with Labelled
		return view
	}
	view = view.Labelled(f.printer.Text(label))
	if f.printer.Has(label + ".hint") {
		view.Hint = f.printer.Text(label + ".hint")
	}
	return view
}

// TextField is one line of text.
func (f *Form) TextField(name, label string) Field {
	view := f.field("input", name, label)
	view.Type = "text"
	return view
}

// SearchField is a field to search in.
func (f *Form) SearchField(name, label string) Field {
	view := f.field("input", name, label)
	view.Type = "search"
	return view
}

// FileField is a file to choose. What was chosen is gone when the page is shown again:
// no browser keeps it. The form says enctype="multipart/form-data".
func (f *Form) FileField(name, label string) Field {
	view := f.field("input", name, label)
	view.Type, view.Value = "file", ""
	f.file = true
	return view
}

// AreaField is text of several lines, shown with so many.
func (f *Form) AreaField(name, label string, rows int) Field {
	view := f.field("area", name, label)
	view.Rows = rows
	return view
}

// NumberField is a whole number with its unit after it ("" for none). It is a text
// field with digits on the keyboard: type=number loses what is typed wrong.
func (f *Form) NumberField(name, label, unit string) Field {
	view := f.field("input", name, label)
	view.Type, view.InputMode, view.Suffix = "text", "numeric", unit
	return view
}

// DayField is a day, with the browser's own calendar. What is not a day, as from a
// browser without a calendar, is shown in a plain field: a date field would hide it.
func (f *Form) DayField(name, label string) Field {
	view := f.field("input", name, label)
	view.Type = "date"
	if _, err := period.ParseDay(view.Value); err != nil && view.Value != "" {
		view.Type = "text"
	}
	return view
}

// SelectField is one of many, in a list that opens.
func (f *Form) SelectField(name, label string, options []Option) Field {
	view := f.field("select", name, label)
	view.Options, view.None = options, f.printer.Text("form.none_chosen")
	return view
}

// RadioField is one of a few, all in sight.
func (f *Form) RadioField(name, label string, options []Option) Field {
	view := f.field("radio", name, label)
	view.Options = options
	return view
}

// CheckboxesField is any of a few.
func (f *Form) CheckboxesField(name, label string, options []Option) Field {
	view := f.field("checkboxes", name, label)
	view.Options = options
	return view
}

// CheckboxField is yes or nothing; its value when ticked is "yes".
func (f *Form) CheckboxField(name, label string) Field { return f.field("checkbox", name, label) }

// ScaleField is a rating from 0 to 5, with the words of its two ends.
//
//	{{template "field" (.Form.ScaleField "belief" "assessment.belief" "assessment.not_at_all" "assessment.fully")}}
func (f *Form) ScaleField(name, label, low, high string) Field {
	view := f.field("scale", name, label)
	view.Low, view.High = f.printer.Text(low), f.printer.Text(high)
	for n := range 6 {
		digit := strconv.Itoa(n)
		view.Options = append(view.Options, Option{Value: digit, Text: digit})
	}
	return view.Between("0", "5")
}

// Labelled sets a label that is data rather than a text of ours: the question of an
// instrument. The summary of errors begins with it.
func (v Field) Labelled(words string) Field {
	v.Label = words
	v.form.labels[v.Name] = words
	return v
}

// Optional says "(frivilligt)" after the label. A field without it is required.
func (v Field) Optional() Field { v.OptionalText = v.printer.Text("form.optional"); return v }

// Limit tells the reader how much there is room for. The browser does not cut what
// is pasted; the reader is told instead.
func (v Field) Limit(characters int) Field {
	v.LimitText = v.printer.Text("form.characters", "Max", characters)
	return v
}

// Between sets the least and most that the browser's calendar offers.
func (v Field) Between(least, most string) Field { v.Least, v.Most = least, most; return v }

// Fills says what the browser may fill in itself: "name", "email", "tel".
func (v Field) Fills(what string) Field { v.Autocomplete = what; return v }

// Heading makes the label the heading of the page: one question a screen.
func (v Field) Heading() Field { v.Big = true; return v }

// Hinted sets a hint made of values, instead of the text under the label's key.
func (v Field) Hinted(text string) Field { v.Hint = text; return v }

// Describes is the ids that say more about the field, for aria-describedby.
func (v Field) Describes() string {
	var ids []string
	if v.Hint != "" {
		ids = append(ids, v.ID+"-hint")
	}
	if v.LimitText != "" {
		ids = append(ids, v.ID+"-limit")
	}
	if v.Error != "" {
		ids = append(ids, v.ID+"-error")
	}
	return strings.Join(ids, " ")
}

// Has tells whether the alternative is chosen.
func (v Field) Has(value string) bool { return slices.Contains(v.Values, value) }

// First tells whether the alternative is the first: a link from the summary of
// errors goes to it.
func (v Field) First(value string) bool { return len(v.Options) > 0 && v.Options[0].Value == value }
