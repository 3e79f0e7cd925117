package locale

import (
	"strconv"
	"strings"
)

// Thin and Hard are spaces at which a line never breaks: the thin one stands
// between groups of digits, the hard one before a unit.
const (
	Thin = "\u202f"
	Hard = "\u00a0"
)

// Number is a whole number in groups of three: "12 400", "12,400".
func (p *Printer) Number(n int64) string { return group(strconv.FormatInt(n, 10), p.calendar.group) }

// Decimal is a number with at most that many decimals: "4,75".
func (p *Printer) Decimal(x float64, decimals int) string {
	whole, part, _ := strings.Cut(strconv.FormatFloat(x, 'f', decimals, 64), ".")
	return p.decimal(whole, strings.TrimRight(part, "0"))
}

// Fixed is a number with just that many decimals, for columns in which they stand under
// each other: "1,80".
func (p *Printer) Fixed(x float64, decimals int) string {
	whole, part, _ := strings.Cut(strconv.FormatFloat(x, 'f', decimals, 64), ".")
	return p.decimal(whole, part)
}

func (p *Printer) decimal(whole, part string) string {
	if whole == "-0" && strings.Trim(part, "0") == "" {
		whole = "0"
	}
	whole = group(whole, p.calendar.group)
	if part == "" {
		return whole
	}
	return whole + p.calendar.decimal + part
}

// Percent is a share (0 to 1) as whole per cent: "58 %", "58%".
func (p *Printer) Percent(share float64) string { return p.PercentWith(share, 0) }

// PercentWith is a share as per cent with at most that many decimals: "4,75 %".
func (p *Printer) PercentWith(share float64, decimals int) string {
	return p.Text("calendar.percent", "Number", p.Decimal(share*100, decimals))
}

// Hours is a number of whole hours: "12 h".
func (p *Printer) Hours(hours int) string {
	return p.together(p.Number(int64(hours)) + Hard + "h")
}

// Minutes is a length of time that may have half hours in it: "4 h 30 min".
func (p *Printer) Minutes(minutes int) string {
	h, m := minutes/60, minutes%60
	switch {
	case m == 0:
		return p.Hours(h)
	case h == 0:
		return p.together(strconv.Itoa(m) + Hard + "min")
	}
	return p.together(p.Number(int64(h)) + Hard + "h" + Hard + strconv.Itoa(m) + Hard + "min")
}

// together keeps a number and its Latin unit in their order in text that runs from
// right to left: between U+2066 and U+2069 it is a left-to-right word of its own.
func (p *Printer) together(text string) string {
	if !p.rtl {
		return text
	}
	return "\u2066" + text + "\u2069"
}

// group puts the mark between every third digit and writes a real minus sign.
func group(digits, mark string) string {
	sign := ""
	if rest, negative := strings.CutPrefix(digits, "-"); negative {
		sign, digits = "−", rest
	}
	if len(digits) <= 3 {
		return sign + digits
	}
	var b strings.Builder
	b.WriteString(sign)
	first := len(digits) % 3
	b.WriteString(digits[:first])
	for i := first; i < len(digits); i += 3 {
		if i > 0 {
			b.WriteString(mark)
		}
		b.WriteString(digits[i : i+3])
	}
	return b.String()
}
