package fault

import (
	"errors"
	"fmt"
	"strings"
)

// Code says what kind of no it is.
type Code string

const (
	Invalid     Code = "invalid"     // what was sent breaks a rule; Fields says where
	NotFound    Code = "not_found"   // nothing by that identity, or nothing the actor may know of
	NotAllowed  Code = "not_allowed" // the actor has no ground; journalled
	NotSignedIn Code = "not_signed_in"
	Stale       Code = "stale"     // somebody else changed it after it was read
	Conflict    Code = "conflict"  // the state of things does not allow it now
	Repeated    Code = "repeated"  // the same form was already taken in
	TooLarge    Code = "too_large" // the body is over the limit
	Internal    Code = "internal"  // ours, not the reader's
)

// Text is a message before it has a language: a key in the locale files and the
// values its placeholders take. Values are numbers, dates and names, never prose.
type Text struct {
	Key  string         `json:"key"`
	Args map[string]any `json:"args,omitempty"`
}

// T makes a Text from a key and pairs of placeholder and value.
func T(key string, pairs ...any) Text {
	if len(pairs) == 0 {
		return Text{Key: key}
	}
	args := make(map[string]any, len(pairs)/2)
	for i := 0; i+1 < len(pairs); i += 2 {
		args[pairs[i].(string)] = pairs[i+1]
	}
	return Text{Key: key, Args: args}
}

// Field is a message that belongs beside one field of a form.
type Field struct {
	Name string
	Text Text
}

// Error is a refusal. Its Error method is for the log and never for a page.
type Error struct {
	Code   Code
	Text   Text
	Fields []Field
	Cause  error
}

// New makes a fault of the code, whose safe text has the key and arguments.
func New(code Code, key string, pairs ...any) *Error {
	return &Error{Code: code, Text: T(key, pairs...)}
}

// Because keeps the inner cause for the log.
func (e *Error) Because(cause error) *Error {
	e.Cause = cause
	return e
}

func (e *Error) Error() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %s", e.Code, e.Text.Key)
	for _, f := range e.Fields {
		fmt.Fprintf(&b, "; %s: %s", f.Name, f.Text.Key)
	}
	if e.Cause != nil {
		fmt.Fprintf(&b, ": %v", e.Cause)
	}
	return b.String()
}

func (e *Error) Unwrap() error { return e.Cause }

// CodeOf is the code of the first fault in the chain, Internal for any other
// error and empty for none.
func CodeOf(err error) Code {
	if err == nil {
		return ""
	}
	var e *Error
	if errors.As(err, &e) {
		return e.Code
	}
	return Internal
}

// Fields gathers the messages of a form while it is checked.
type Fields []Field

// Add puts a message beside the field.
func (f *Fields) Add(name, key string, pairs ...any) {
	*f = append(*f, Field{Name: name, Text: T(key, pairs...)})
}

// Check adds the message unless the rule holds.
func (f *Fields) Check(holds bool, name, key string, pairs ...any) {
	if !holds {
		f.Add(name, key, pairs...)
	}
}

// Err is nil when nothing was gathered, otherwise one Invalid fault with it all.
func (f Fields) Err() error {
	if len(f) == 0 {
		return nil
	}
	return &Error{Code: Invalid, Text: T("fault.invalid", "Count", len(f)), Fields: f}
}
