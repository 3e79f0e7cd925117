package layout

import (
	"net/http"

	"fotfaste/internal/web/form"
	"fotfaste/internal/web/locale"
)

// Page is what a template is given: the frame that all pages have, and the page's
// own typed body. In the template .Body is the page's own, and everything of the
// frame, the reader's language with it, stands on the page itself:
//
//	<h1>{{.Text "worker.plan_agree.heading"}}</h1>
//	<p>{{$.ShortDay .Body.ReviewOn}}</p>
type Page[T any] struct {
	Frame
	Body T
}

// Frame is what every page has around its own content.
type Frame struct {
	*locale.Printer

	Title  string
	Viewer Viewer

	// Unknown says that the page was made before it was found out who reads it: nothing
	// is said of whether they are signed in.
	Unknown bool

	Menu   []Link
	Search *Search
	Banner *Banner
	Flash  string // what was just done, said once

	// Form is the form of the page, if it has one. When something is wrong in it,
	// the frame shows the summary of errors and the page answers 422.
	Form *form.Form

	// Status is the status of the answer, 0 for the usual one.
	Status int

	// Narrow is a page read on a telephone first: one column, large type.
	Narrow bool

	Languages []Language
	Here      string // path and query of this page, to come back to
}

// Viewer is who looks at the page, as the header needs to know them.
type Viewer struct {
	SignedIn    bool
	Participant bool   // sees Min väg: narrow pages, partial languages too
	Name        string // "Sara Handläggare"
	Detail      string // "17 av 20"
	Language    string // chosen in their profile, "" for none
	Home        string // their first page
	Role        string // for the menu and the search field
	ChangeRole  string // where another role is chosen, "" for who has one alone
}

// Link is somewhere to go.
type Link struct {
	Text    string
	Href    string
	Current bool
}

// Search is the search field of the header.
type Search struct {
	Action string // the page that answers, with the words in the parameter q
	Label  string
	Words  string
}

// Banner is a strip above the header: the demo's, or a notice to everybody.
type Banner struct {
	Title, Text string
	Links       []Link
	Actions     []Action // small forms of their own
	Tone        Tone
}

// Language is one that the reader can change to.
type Language struct {
	locale.Language
	Current bool
	Dir     string
}

// FrameOf is the frame of a page for this request, with the title under the key.
//
//	frame := layout.FrameOf(r, "worker.plan_agree.title", "Name", c.Name)
func FrameOf(r *http.Request, title string, pairs ...any) Frame {
	st := stateOf(r)
	f := st.frame(r)
	f.Title = f.Text(title, pairs...)
	return f
}

// With gives the frame the form of the page and returns it, to be chained.
func (f Frame) With(shown *form.Form) Frame {
	f.Form = shown
	return f
}

// Alone marks the page as narrow: one column, as on a telephone.
func (f Frame) Alone() Frame {
	f.Narrow = true
	return f
}

// PrinterOf is the reader's language, for the handler.
//
//	p := layout.PrinterOf(r)
func PrinterOf(r *http.Request) *locale.Printer { return stateOf(r).printer }

// ReadForm reads the form of the request in the reader's language.
//
//	f := layout.ReadForm(r)
func ReadForm(r *http.Request) *form.Form { return form.Read(r, PrinterOf(r)) }

// BlankForm is a form that nobody has filled in yet.
//
//	f := layout.BlankForm(r).Fill("goal", plan.Goal)
func BlankForm(r *http.Request) *form.Form { return form.Blank(PrinterOf(r)) }

// Problems are what is wrong in the form of the page, nil when nothing is.
func (f Frame) Problems() []form.Problem {
	if f.Form == nil {
		return nil
	}
	return f.Form.Problems()
}
