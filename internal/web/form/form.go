package form

import (
	"crypto/rand"
	"errors"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"fotfaste/internal/fault"
	"fotfaste/internal/web/locale"
)

// OnceField and VersionField are the hidden fields that Hidden writes: the token
// of this showing of the form, and the version of what it changes.
const (
	OnceField    = "once"
	VersionField = "version"
)

// Form is a form as typed, with what is wrong with it. The zero Form is not
// usable; make one with Blank or Read.
type Form struct {
	printer *locale.Printer
	values  url.Values
	wrong   fault.Fields
	top     *fault.Text
	labels  map[string]string // of the fields shown so far

	file     bool // a file is asked for
	outdated bool // somebody else changed what it changes after it was shown
}

// Blank is a form that nobody has filled in yet, with a token of its own.
//
//	f := form.Blank(p).Fill("goal", plan.Goal).Fill("version", "3")
func Blank(p *locale.Printer) *Form {
	return &Form{printer: p, values: url.Values{OnceField: {rand.Text()}}}
}

// Read is the form that the request carries: the body of a POST, else the query.
// Bytes that are not UTF-8, and bodies over the limit, were refused before the
// handler by the middleware of layout.
func Read(r *http.Request, p *locale.Printer) *Form {
	f := &Form{printer: p}
	if r.Method == http.MethodPost {
		// An error here has been answered by the middleware already; what could be
		// read is kept.
		_ = r.ParseForm()
		f.values = r.PostForm
	} else {
		f.values = r.URL.Query()
	}
	if f.values == nil {
		f.values = url.Values{}
	}
	return f
}

// Fill sets what a field shows. It returns the form, to be chained.
func (f *Form) Fill(name string, values ...string) *Form {
	f.values[name] = values
	return f
}

// Raw is the field as typed, cleaned but not checked.
func (f *Form) Raw(name string) string { return Clean(f.values.Get(name)) }

// Sent tells whether the form has the field at all. A page with several buttons
// gives each a name and asks which was sent.
func (f *Form) Sent(name string) bool { return f.values.Has(name) }

// Once is the token of this showing of the form. Casework stores it with the act
// and answers a second form with the same token with fault.Repeated.
func (f *Form) Once() string { return f.Raw(OnceField) }

// Wrong puts a message beside a field, for a check that the page itself makes.
//
//	if to < from { f.Wrong("to", "plan.to_before_from", "From", from) }
func (f *Form) Wrong(name, key string, pairs ...any) { f.wrong.Add(name, key, pairs...) }

// Err is nil while nothing is wrong, otherwise one fault with all of it.
func (f *Form) Err() error { return f.wrong.Err() }

// OK tells whether nothing is wrong so far.
func (f *Form) OK() bool { return len(f.wrong) == 0 && f.top == nil }

// Take takes a refusal into the form, so that the page can be shown again with it.
// It answers true for what the reader can put right here (invalid, stale,
// conflict) and false for nil and for every other error.
//
//	err := f.Err()
//	if err == nil { err = pages.casework.AgreePlan(ctx, actor, command) }
//	if f.Take(err) { return pages.show(w, r, f) }
//	if err != nil { return err }
func (f *Form) Take(err error) bool {
	var refusal *fault.Error
	if !errors.As(err, &refusal) {
		return false
	}
	switch refusal.Code {
	case fault.Invalid, fault.Stale, fault.Conflict:
	default:
		return false
	}
	f.outdated = f.outdated || refusal.Code == fault.Stale
	for _, field := range refusal.Fields {
		if !slices.ContainsFunc(f.wrong, func(w fault.Field) bool {
			return w.Name == field.Name && w.Text.Key == field.Text.Key
		}) {
			f.wrong = append(f.wrong, field)
		}
	}
	if len(refusal.Fields) == 0 {
		f.top = &refusal.Text
	}
	return true
}

// Current gives the form the version of what it changes now. One that was sent keeps
// its own, unless it was outdated: the page then shows what has changed beside what
// was typed, and the form can be sent again by somebody who has seen both.
func (f *Form) Current(version int) {
	if !f.Sent(VersionField) || f.outdated {
		f.Fill(VersionField, strconv.Itoa(version))
	}
}

// Status is what a page that shows the form answers: 200, 409 when it was outdated,
// or 422 when something in it is wrong.
func (f *Form) Status() int {
	if f.outdated {
		return http.StatusConflict
	}
	if f.OK() {
		return http.StatusOK
	}
	return http.StatusUnprocessableEntity
}

// Problem is one line of the summary above the form.
type Problem struct {
	Href string // to the field, "" for a problem of the whole form
	Text string
}

// Problems are the lines of the summary, in the order the fields were read. A line
// leads to its field and begins with its label once the field has been shown; the
// summary stands above the fields, so layout.Render goes through the page twice.
func (f *Form) Problems() []Problem {
	var out []Problem
	if f.top != nil {
		out = append(out, Problem{Text: f.printer.Fault(*f.top)})
	}
	for _, w := range f.wrong {
		text := f.printer.Fault(w.Text)
		label, shown := f.labels[w.Name]
		if !shown {
			// Nothing on the page to lead to, as when the problem is in a hidden field.
			out = append(out, Problem{Text: text})
			continue
		}
		out = append(out, Problem{Href: "#" + id(w.Name), Text: label + ": " + text})
	}
	return out
}

// Heading is the heading of the summary: "Rätta 2 saker".
func (f *Form) Heading() string {
	return f.printer.Text("form.errors", "Count", len(f.Problems()))
}

// Hint says under the summary what is left of what was sent. A file is not: it has to be
// chosen again.
func (f *Form) Hint() string {
	if f.file {
		return f.printer.Text("form.errors_hint_file")
	}
	return f.printer.Text("form.errors_hint")
}

// Query is the form as the query of an address, without its token: the way a
// filter is carried to the next page of a list.
func (f *Form) Query() url.Values {
	q := url.Values{}
	for name, values := range f.values {
		if name != OnceField && strings.Join(values, "") != "" {
			q[name] = values
		}
	}
	return q
}

func (f *Form) wrongWith(name string) string {
	for _, w := range f.wrong {
		if w.Name == name {
			return f.printer.Fault(w.Text)
		}
	}
	return ""
}

func id(name string) string { return "f-" + name }
