package payaccount

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"fotfaste/internal/fault"
)

func TestParse(t *testing.T) {
	for _, c := range []struct {
		name  string
		typed Typed
		want  Account
		bank  string
	}{
		// The same account of SEB's, as the bank writes it in both forms.
		{"SEB", Typed{Kind: "swedish", Clearing: "5839", Number: "8257466"}, Account{Kind: Swedish, Clearing: "5839", Number: "8257466"}, "SEB"},
		{"SEB by IBAN", Typed{Kind: "iban", IBAN: "SE45 5000 0000 0583 9825 7466"}, Account{Kind: IBAN, IBAN: "SE4550000000058398257466"}, "SEB"},
		{"small letters", Typed{Kind: "iban", IBAN: " iban se4550000000058398257466"}, Account{Kind: IBAN, IBAN: "SE4550000000058398257466"}, "SEB"},
		{"Swedbank by IBAN", Typed{Kind: "iban", IBAN: "SE72 8000 0810 3400 0978 3242"}, Account{Kind: IBAN, IBAN: "SE7280000810340009783242"}, "Swedbank"},
		{"Swedbank, four", Typed{Kind: "swedish", Clearing: "8103", Number: "978 324-2"}, Account{Kind: Swedish, Clearing: "8103", Number: "0009783242"}, "Swedbank"},
		{"Swedbank, five", Typed{Kind: "swedish", Clearing: "8103-4", Number: "9783242"}, Account{Kind: Swedish, Clearing: "81034", Number: "0009783242"}, "Swedbank"},
		{"Handelsbanken", Typed{Kind: "swedish", Clearing: "6789", Number: "123 456 789"}, Account{Kind: Swedish, Clearing: "6789", Number: "123456789"}, "Handelsbanken"},
		{"Handelsbanken, eight", Typed{Kind: "swedish", Clearing: "6789", Number: "12345679"}, Account{Kind: Swedish, Clearing: "6789", Number: "012345679"}, "Handelsbanken"},
		{"identity number as account", Typed{Kind: "swedish", Clearing: "3300", Number: "811218-9876"}, Account{Kind: Swedish, Clearing: "3300", Number: "8112189876"}, "Nordea"},
		{"giro", Typed{Kind: "swedish", Clearing: "9960", Number: "12 34-5 5"}, Account{Kind: Swedish, Clearing: "9960", Number: "123455"}, "Nordea Plusgirot"},
		{"a bank we do not know", Typed{Kind: "swedish", Clearing: "9999", Number: "12345"}, Account{Kind: Swedish, Clearing: "9999", Number: "12345"}, ""},
		{"Finland", Typed{Kind: "iban", IBAN: "FI21 1234 5600 0007 85"}, Account{Kind: IBAN, IBAN: "FI2112345600000785"}, ""},
		{"letters within", Typed{Kind: "iban", IBAN: "GB29 NWBK 6016 1331 9268 19"}, Account{Kind: IBAN, IBAN: "GB29NWBK60161331926819"}, ""},
		{"the other kind is not looked at", Typed{Kind: "iban", IBAN: "DE89370400440532013000", Clearing: "x"}, Account{Kind: IBAN, IBAN: "DE89370400440532013000"}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := Parse(c.typed)
			if err != nil || got != c.want {
				t.Fatalf("%#v %v", fmt.Sprint(got.Kind, got.Clearing, got.Number, got.IBAN), err)
			}
			if got.Bank() != c.bank {
				t.Errorf("bank %q, want %q", got.Bank(), c.bank)
			}
		})
	}
}

func TestParseRefuses(t *testing.T) {
	swedish := func(clearing, number string) Typed {
		return Typed{Kind: "swedish", Clearing: clearing, Number: number}
	}
	iban := func(text string) Typed { return Typed{Kind: "iban", IBAN: text} }
	for _, c := range []struct {
		name  string
		typed Typed
		want  string // field: key, in order
	}{
		{"nothing chosen", Typed{}, "kind: payaccount.kind.unknown"},
		{"another kind", Typed{Kind: "bankgiro"}, "kind: payaccount.kind.unknown"},
		{"empty", swedish("", ""), "clearing: payaccount.clearing.empty, number: payaccount.number.empty"},
		{"letters", swedish("58a9", "82x7466"), "clearing: payaccount.clearing.form, number: payaccount.number.form"},
		{"three digits", swedish("583", "8257466"), "clearing: payaccount.clearing.form"},
		{"five digits, not Swedbank", swedish("58391", "8257466"), "clearing: payaccount.clearing.form"},
		{"zero first", swedish("0839", "8257466"), "clearing: payaccount.clearing.range"},
		{"fifth digit wrong", swedish("81035", "9783242"), "clearing: payaccount.clearing.check_digit"},
		{"a digit wrong", swedish("5839", "8257467"), "number: payaccount.number.check_digit"},
		{"clearing of another office", swedish("5838", "8257466"), "number: payaccount.number.check_digit"},
		{"too short", swedish("5839", "825746"), "number: payaccount.number.length"},
		{"clearing written in the number too", swedish("5839", "58398257466"), "number: payaccount.number.length"},
		{"too short at Handelsbanken", swedish("6789", "1234567"), "number: payaccount.number.length_between"},
		{"too long at a bank we do not know", swedish("9999", "12345678901"), "number: payaccount.number.length_any"},
		{"zeros alone", swedish("8103", "0000000000"), "number: payaccount.number.check_digit"},
		{"far too long", swedish(strings.Repeat("1", 61), strings.Repeat("1", 61)), "clearing: payaccount.clearing.form, number: payaccount.number.form"},
		{"no IBAN", iban("  "), "iban: payaccount.iban.empty"},
		{"a Swedish account as IBAN", iban("5839 8257466"), "iban: payaccount.iban.form"},
		{"signs", iban("SE45_5000"), "iban: payaccount.iban.form"},
		{"a letter for a digit", iban("SEA550000000058398257466"), "iban: payaccount.iban.form"},
		{"from A", iban("AZ21NABZ00000000137010001944"), "iban: payaccount.iban.country"},
		{"one letter", iban("S"), "iban: payaccount.iban.form"},
		{"far too long IBAN", iban(strings.Repeat(" ", 61)), "iban: payaccount.iban.form"},
		{"a country out of reach", iban("BR1500000000000010932840814P2"), "iban: payaccount.iban.country"},
		{"a character missing", iban("SE455000000005839825746"), "iban: payaccount.iban.length"},
		{"two digits changed about", iban("SE4550000000058398257646"), "iban: payaccount.iban.check_digits"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := Parse(c.typed)
			var f *fault.Error
			if !errors.As(err, &f) || f.Code != fault.Invalid || !got.IsZero() {
				t.Fatalf("%v %v", got, err)
			}
			var said []string
			for _, field := range f.Fields {
				said = append(said, field.Name+": "+field.Text.Key)
			}
			if s := strings.Join(said, ", "); s != c.want {
				t.Errorf("%s, want %s", s, c.want)
			}
		})
	}
}

func TestRangesAreWhole(t *testing.T) {
	last := 999
	for _, r := range ranges() {
		if r.From <= last || r.To < r.From || r.To > 9999 || r.Bank == "" {
			t.Errorf("%d-%d: out of order or without a name", r.From, r.To)
		}
		last = r.To
		switch r.Check {
		case elevenLastThree, elevenAll, elevenAccount, ten, none:
		default:
			t.Errorf("%d: %q is no check", r.From, r.Check)
		}
		if r.Digits < 7 || r.Digits > 10 || r.Least < 0 || r.Least > r.Digits {
			t.Errorf("%d: %d digits, least %d", r.From, r.Digits, r.Least)
		}
	}
	for code, clearing := range swedishBanks {
		if _, known := rangeOf(clearing); !known || len(code) != 3 {
			t.Errorf("%s: no range has %d", code, clearing)
		}
	}
}

// drawn is an account that passes its bank's check, in four and seven digits.
func drawn(t *rapid.T) Account {
	r := rapid.SampledFrom(ranges()).Draw(t, "range")
	clearing := fmt.Sprint(rapid.IntRange(r.From, r.To).Draw(t, "clearing"))
	base := rapid.StringOfN(rapid.RuneFrom([]rune("0123456789")), r.Digits-1, r.Digits-1, -1).Draw(t, "base")
	for last := range 10 {
		if number := base + fmt.Sprint(last); r.holds(clearing, number) && strings.Trim(number, "0") != "" {
			return Account{Kind: Swedish, Clearing: clearing, Number: number}
		}
	}
	// Modulus 11 leaves one number in eleven without a check digit.
	return Account{Kind: Swedish, Clearing: "5839", Number: "8257466"}
}

func TestWhatIsReadIsReadAgain(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := drawn(t)
		got, err := Parse(Typed{Kind: "swedish", Clearing: a.Clearing, Number: a.Number})
		if err != nil || got != a {
			t.Fatalf("%s: %v", a.Full(), err)
		}
		clearing, number, _ := strings.Cut(a.Full(), ",")
		if again, err := Parse(Typed{Kind: "swedish", Clearing: clearing, Number: number}); err != nil || again != a {
			t.Fatalf("%s: %v", a.Full(), err)
		}
	})
}

// TestOneWrongDigitIsSeen: wherever a check is made, a single mistyped digit of
// the account number is found.
func TestOneWrongDigitIsSeen(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := drawn(t)
		if r, _ := rangeOf(number(a.Clearing[:4])); r.Check == none {
			return
		}
		at := rapid.IntRange(0, len(a.Number)-1).Draw(t, "at")
		wrong := []byte(a.Number)
		wrong[at] = '0' + (wrong[at]-'0'+byte(rapid.IntRange(1, 9).Draw(t, "by")))%10
		if got, err := Parse(Typed{Kind: "swedish", Clearing: a.Clearing, Number: string(wrong)}); err == nil {
			t.Fatalf("%s taken for %s", got.Full(), a.Full())
		}
	})
}

// TestEveryIBANErrorOfOneOrTwoIsSeen: modulus 97 finds one wrong digit and two
// neighbours that have changed places.
func TestEveryIBANErrorOfOneOrTwoIsSeen(t *testing.T) {
	const right = "SE4550000000058398257466"
	for i := 2; i < len(right); i++ {
		for d := byte('0'); d <= '9'; d++ {
			wrong := right[:i] + string(d) + right[i+1:]
			if _, err := Parse(Typed{Kind: "iban", IBAN: wrong}); (err == nil) != (wrong == right) {
				t.Errorf("%s: %v", wrong, err)
			}
		}
		if i+1 < len(right) {
			wrong := right[:i] + right[i+1:i+2] + right[i:i+1] + right[i+2:]
			if _, err := Parse(Typed{Kind: "iban", IBAN: wrong}); (err == nil) != (wrong == right) {
				t.Errorf("%s: %v", wrong, err)
			}
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add("swedish", "5839", "8257466", "")
	f.Add("swedish", "8103-4", "978 324-2", "")
	f.Add("iban", "", "", "SE45 5000 0000 0583 9825 7466")
	f.Add("iban", "", "", "\u00a0İıß")
	f.Add("", "", "", "")
	f.Fuzz(func(t *testing.T, kind, clearing, number, iban string) {
		a, err := Parse(Typed{Kind: kind, Clearing: clearing, Number: number, IBAN: iban})
		if err != nil {
			if !a.IsZero() || fault.CodeOf(err) != fault.Invalid {
				t.Fatalf("%v %v", a, err)
			}
			return
		}
		again, err := Parse(Typed{Kind: string(a.Kind), Clearing: a.Clearing, Number: a.Number, IBAN: a.IBAN})
		if err != nil || again != a {
			t.Fatalf("%s: %v", a.Full(), err)
		}
	})
}
