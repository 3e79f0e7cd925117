package person_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"testing"

	"fotfaste/internal/fault"
	"fotfaste/internal/period"
	"fotfaste/internal/person"

	"pgregory.net/rapid"
)

var today = period.MustDay("2026-03-02")

// Every number in this file is a test number: the birth number is 980-999.
func TestParseIdentityNumber(t *testing.T) {
	for _, c := range []struct{ name, typed, full string }{
		{"twelve digits", "199001019802", "19900101-9802"},
		{"twelve digits with a hyphen", "19900101-9802", "19900101-9802"},
		{"ten digits with a hyphen", "900101-9802", "19900101-9802"},
		{"ten digits and nothing between", "9001019802", "19900101-9802"},
		{"a space instead of the hyphen", "900101 9802", "19900101-9802"},
		{"spaces around", "  19900101-9802\t", "19900101-9802"},
		{"the dash of a word processor", "19900101–9802", "19900101-9802"},
		{"a plus: turned a hundred", "900101+9802", "18900101-9802"},
		{"a plus from the year of the hundredth birthday", "261101+9817", "19261101-9817"},
		{"twelve digits with a plus that agrees", "18900101+9802", "18900101-9802"},
		{"this century", "010203-9815", "20010203-9815"},
		{"a coordination number", "900161-9809", "19900161-9809"},
		{"the leap day", "20000229-9816", "20000229-9816"},
	} {
		t.Run(c.name, func(t *testing.T) {
			n, err := person.ParseIdentityNumber(c.typed, today)
			if err != nil {
				t.Fatal(err)
			}
			if n.Full() != c.full {
				t.Errorf("read as %s, want %s", n.Full(), c.full)
			}
		})
	}
}

func TestParseIdentityNumberRefuses(t *testing.T) {
	for _, c := range []struct{ name, typed, key string }{
		{"nothing", "", "empty"},
		{"only spaces", "   ", "empty"},
		{"letters", "abc", "form"},
		{"a digit short", "900101-980", "form"},
		{"eleven digits", "19900101980", "form"},
		{"the sign in the wrong place", "9001-019802", "form"},
		{"two signs", "900101--9802", "form"},
		{"digits that are not ours", "٩٠٠١٠١-٩٨٠٢", "form"},
		{"a plus on somebody of thirty-six", "19900101+9802", "form"},
		{"bytes that are not UTF-8", "900101-980\xff", "form"},
		{"very long", strings.Repeat("9", 10_000), "form"},
		{"month thirteen", "19901301-9805", "date"},
		{"30 February", "19900230-9805", "date"},
		{"29 February in a common year", "19010229-9805", "date"},
		{"day sixty", "19900160-9805", "date"},
		{"long before there were numbers", "17000101-9802", "date"},
		{"one digit wrong", "19900101-9803", "check_digit"},
		{"two digits in the wrong order", "19900110-9802", "check_digit"},
		{"born tomorrow", "20260303-9807", "not_yet_born"},
	} {
		t.Run(c.name, func(t *testing.T) {
			n, err := person.ParseIdentityNumber(c.typed, today)
			var refused *fault.Error
			if !errors.As(err, &refused) {
				t.Fatalf("got %s and %v, want a fault", n.Full(), err)
			}
			if want := "person.identity_number." + c.key; refused.Code != fault.Invalid || refused.Text.Key != want {
				t.Errorf("refused with %s, want %s", refused.Text.Key, want)
			}
			if len(refused.Text.Args) > 0 {
				t.Errorf("the refusal repeats something: %v", refused.Text.Args)
			}
		})
	}
}

func anyNumber(t *rapid.T) person.IdentityNumber {
	birth := period.Day(rapid.IntRange(int(period.MustDay("1910-01-01")), int(today)).Draw(t, "birth"))
	n, err := person.TestNumber(birth, rapid.IntRange(0, person.TestNumbersPerDay-1).Draw(t, "serial"))
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func TestEveryTestNumberReadsBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := anyNumber(t)
		again, err := person.ParseIdentityNumber(n.Full(), today)
		if err != nil || again != n {
			t.Fatalf("%s read back as %s: %v", n.Full(), again.Full(), err)
		}
		if !n.IsTest() || n.IsCoordination() {
			t.Fatalf("%s: a test number and no coordination number", n.Full())
		}
		var stored person.IdentityNumber
		column, err := n.Value()
		if err != nil {
			t.Fatal(err)
		}
		if err := stored.Scan(column); err != nil || stored != n {
			t.Fatalf("%s stored and read as %s: %v", n.Full(), stored.Full(), err)
		}
	})
}

func TestTenDigitsMeanTheSameAsTwelve(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := anyNumber(t)
		sign := "-"
		if today.Year()-n.BirthDay().Year() >= 100 {
			sign = "+"
		}
		short := n.Full()[2:8] + sign + n.Full()[9:]
		again, err := person.ParseIdentityNumber(short, today)
		if err != nil || again != n {
			t.Fatalf("%s read as %s: %v", short, again.Full(), err)
		}
	})
}

// The check digit is there to catch these two mistakes; it catches every single
// digit and every swap of neighbours but 0 and 9.
func TestOneMistypedDigitIsAlwaysCaught(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		digits := []byte(strings.ReplaceAll(anyNumber(t).Full(), "-", ""))
		at := rapid.IntRange(2, 11).Draw(t, "at")
		digits[at] = '0' + (digits[at]-'0'+byte(rapid.IntRange(1, 9).Draw(t, "by")))%10
		if n, err := person.ParseIdentityNumber(string(digits), today); err == nil {
			t.Fatalf("%s was taken", n.Full())
		}
	})
}

func TestGenderIsInTheNumber(t *testing.T) {
	birth := period.MustDay("1988-05-06")
	for serial, want := range []person.Gender{person.Woman, person.Man, person.Woman, person.Man} {
		n, err := person.TestNumber(birth, serial)
		if err != nil {
			t.Fatal(err)
		}
		if n.Gender() != want || n.BirthDay() != birth {
			t.Errorf("%s is %s born %s", n.Full(), n.Gender(), n.BirthDay())
		}
	}
	if g := (person.IdentityNumber{}).Gender(); g != person.Unstated {
		t.Errorf("no number is %q", g)
	}
}

func TestTestNumberStaysInItsRange(t *testing.T) {
	for _, serial := range []int{-1, person.TestNumbersPerDay} {
		if n, err := person.TestNumber(today, serial); !errors.Is(err, person.ErrNoTestNumber) {
			t.Errorf("serial %d gave %s and %v", serial, n.Full(), err)
		}
	}
}

func TestCoordinationNumberHasTheBirthDay(t *testing.T) {
	n, err := person.ParseIdentityNumber("900161-9809", today)
	if err != nil {
		t.Fatal(err)
	}
	if !n.IsCoordination() || n.BirthDay() != period.MustDay("1990-01-01") {
		t.Errorf("coordination %t, born %s", n.IsCoordination(), n.BirthDay())
	}
}

// However it is printed, the last four digits do not come out.
func TestNumberMasksItself(t *testing.T) {
	n, err := person.ParseIdentityNumber("19900101-9802", today)
	if err != nil {
		t.Fatal(err)
	}
	p := person.Person{ID: "p1", Number: n, GivenName: "Amina", FamilyName: "Exempel", Locality: "Ryd"}
	asJSON, err := json.Marshal(map[string]any{"number": n})
	if err != nil {
		t.Fatal(err)
	}
	var log bytes.Buffer
	slog.New(slog.NewTextHandler(&log, nil)).Info("seen", "number", n, "person", p)
	for how, printed := range map[string]string{
		"%v":          fmt.Sprintf("%v", n),
		"%+v":         fmt.Sprintf("%+v", struct{ N person.IdentityNumber }{n}),
		"%#v":         fmt.Sprintf("%#v", n),
		"JSON":        string(asJSON),
		"log":         log.String(),
		"in a person": fmt.Sprintf("%v %+v %#v %s", p, p, p, p),
	} {
		for _, secret := range []string{"9802", "Amina", "Exempel", "Ryd"} {
			if strings.Contains(printed, secret) {
				t.Errorf("%s shows %s: %s", how, secret, printed)
			}
		}
	}
	if n.String() != "19900101-****" {
		t.Errorf("masked as %s", n)
	}
}

func TestScanRefusesAChangedNumber(t *testing.T) {
	for _, column := range []any{"199001019803", "19900101-9802", "9001019802", "", 199001019802, []byte("x")} {
		var n person.IdentityNumber
		if err := n.Scan(column); err == nil || !n.IsZero() {
			t.Errorf("%v was read as %s", column, n.Full())
		}
	}
	n, _ := person.ParseIdentityNumber("19900101-9802", today)
	if err := n.Scan(nil); err != nil || !n.IsZero() {
		t.Errorf("no number was read as %s: %v", n.Full(), err)
	}
}

func FuzzParseIdentityNumber(f *testing.F) {
	for _, seed := range []string{
		"", "19900101-9802", "900101-9802", "900101+9802", "900161-9809", "20000229-9816",
		"999999999999", "000000-0000", "900101–9802", "\xff\xfe", "1990 0101 9802", "+", "-",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, typed string) {
		n, err := person.ParseIdentityNumber(typed, today)
		if err != nil {
			if fault.CodeOf(err) != fault.Invalid || !n.IsZero() {
				t.Fatalf("%q: %v and %s", typed, err, n.Full())
			}
			return
		}
		if n.BirthDay() > today {
			t.Fatalf("%q: born after today", typed)
		}
		again, err := person.ParseIdentityNumber(n.Full(), today)
		if err != nil || again != n {
			t.Fatalf("%q read as %s, which reads as %s: %v", typed, n.Full(), again.Full(), err)
		}
		if len(n.String()) != len("YYYYMMDD-****") || strings.Contains(n.String(), n.Full()[9:]) {
			t.Fatalf("%q is printed as %s", typed, n)
		}
	})
}
