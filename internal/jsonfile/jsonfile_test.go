package jsonfile

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"fotfaste/internal/fault"
	"fotfaste/internal/money"
)

const largest = 1000

func TestEveryValueHasItsLine(t *testing.T) {
	root, err := Parse([]byte("{\n\"a\": [1,\n true,\n null, {\n}],\n\"b\": \"x\"}"), largest)
	if err != nil {
		t.Fatal(err)
	}
	var told []string
	var tell func(Node)
	tell = func(n Node) {
		told = append(told, fmt.Sprintf("%s %d %s %v", n.Kind, n.Line, n.Text, n.Yes))
		for _, f := range n.Fields {
			tell(f.Value)
		}
		for _, i := range n.Items {
			tell(i)
		}
	}
	tell(root)
	want := "object 1  false;list 2  false;number 2 1 false;yes_or_no 3  true;null 4  false;object 4  false;text 6 x false"
	if got := strings.Join(told, ";"); got != want {
		t.Errorf("%s\nwant %s", got, want)
	}
}

func TestAFileThatIsNone(t *testing.T) {
	for name, c := range map[string]struct {
		file, key string
		line      any
	}{
		"empty":         {"\n", "calc.facts.empty", nil},
		"half":          {"{\n\"a\": ", "calc.facts.not_json", 2},
		"not UTF-8":     {"{\n\"\xff\": 1}", "calc.facts.not_utf8", 2},
		"too large":     {strings.Repeat("[", largest+1), "calc.facts.too_large", nil},
		"without end":   {strings.Repeat("[", largest), "calc.facts.not_json", 1},
		"more after it": {"{}\n{}", "calc.facts.not_json", 2},
	} {
		_, err := Parse([]byte(c.file), largest)
		var wrong *fault.Error
		if !errors.As(err, &wrong) || wrong.Text.Key != c.key || wrong.Text.Args["Line"] != c.line {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestAmounts(t *testing.T) {
	for text, want := range map[string]money.Ore{"0": 0, "1": 100, "-1.5": -150, "312.05": 31205, "999999999999.99": 99999999999999} {
		var r Reading
		if got, ok := r.Amount("a", Node{Kind: Number, Text: text}); !ok || got != want {
			t.Errorf("%s: %d", text, got)
		}
	}
	for _, text := range []string{"1e3", "1.005", "1E-2", "1000000000000"} {
		var r Reading
		if _, ok := r.Amount("a", Node{Kind: Number, Text: text, Line: 3}); ok || r.Wrong[0].Text.Args["Line"] != 3 {
			t.Errorf("%s was read", text)
		}
	}
}

// A rule is not heard about what had the wrong form already, or about what stands in it.
func TestARuleIsHeardAboutWhatWasRead(t *testing.T) {
	root, err := Parse([]byte("{\"a\": [\n{\"b\": 1}],\n\"ab\": 2}"), largest)
	if err != nil {
		t.Fatal(err)
	}
	var r Reading
	fields := r.Object("", root, "a", "ab")
	r.Is("a", fields["a"], Object)
	var found fault.Fields
	for _, path := range []string{"a", "a[0].b", "a.c", "ab", "new", "ab[7]"} {
		found.Add(path, "calc.facts.missing")
	}
	var wrong *fault.Error
	if !errors.As(r.Take(found), &wrong) {
		t.Fatal("nothing was wrong")
	}
	var told []string
	for _, f := range wrong.Fields {
		told = append(told, fmt.Sprintf("%s %v", f.Name, f.Text.Args["Line"]))
	}
	if got := strings.Join(told, ", "); got != "a 1, ab 3, new 1, ab[7] 3" {
		t.Error(got)
	}
}

func TestNoMoreThanAHundredFaults(t *testing.T) {
	var r Reading
	for i := range 200 {
		r.No(Item("a", i), 1, "calc.facts.missing")
	}
	if len(r.Wrong) != mostFaults {
		t.Errorf("%d", len(r.Wrong))
	}
}
