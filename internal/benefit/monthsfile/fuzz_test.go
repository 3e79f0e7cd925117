package monthsfile_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"fotfaste/internal/benefit/monthsfile"
	"fotfaste/internal/fault"
)

// Whatever the file, the answer is the same by small chunks as by one, a refusal names a
// line that there is, and what is read is every line but the heading and blank ones.
func FuzzRead(f *testing.F) {
	for _, c := range wrongFiles {
		if len(c.file) < 5000 {
			f.Add([]byte(c.file))
		}
	}
	f.Add([]byte("person,month\nA,2015-12\n\"B\"\"b\";2015-11\r\n"))
	f.Add([]byte("\uFEFFperson;månad\r\nA;2015-12\r\n\r\nA;2015-12\r\n"))
	f.Add([]byte("A,2015-12\n" + strings.Repeat("B,2015-11\nC,2014-01\n", 200)))
	f.Fuzz(func(t *testing.T, file []byte) {
		whole, err := monthsfile.Read(t.Context(), strings.NewReader(string(file)), monthsfile.Options{Base: base, Workers: 1})
		parts, other := monthsfile.Read(t.Context(), strings.NewReader(string(file)), monthsfile.Options{Base: base, Workers: 2, Chunk: 1})
		lines := len(slices.Collect(strings.Lines(string(file))))
		if err != nil {
			var one, two *fault.Error
			if !errors.As(err, &one) || !errors.As(other, &two) || one.Text.Key != two.Text.Key || one.Text.Args["Line"] != two.Text.Args["Line"] {
				t.Fatalf("%v by one chunk, %v by many", err, other)
			}
			if line := one.Text.Args["Line"].(int); line < 1 || line > max(1, lines) {
				t.Fatalf("line %d of %d", line, lines)
			}
			return
		}
		if other != nil || everybody(whole) != everybody(parts) {
			t.Fatalf("%s by one chunk, %v by many", everybody(whole), other)
		}
		heading := 0
		if whole.Form.Heading {
			heading = 1
		}
		if read := int(whole.Rows) + whole.Form.Blank + heading; read != lines && !(whole.Form.BOM && read == lines-1) {
			t.Fatalf("%d of %d lines", read, lines)
		}
	})
}
