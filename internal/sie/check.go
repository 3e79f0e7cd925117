package sie

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"unicode"

	"fotfaste/internal/fault"
	"fotfaste/internal/money"
	"fotfaste/internal/period"
)

// flaw is one thing that the format does not allow, and where it stands.
type flaw struct {
	voucher, row int // -1 where it is in none
	field        string
	text         fault.Text
}

const (
	largestAccount = 99_999_999
	reserved       = 19 // dimensions whose meaning the format sets
	mostFlaws      = 100
)

var (
	anOrgNo  = regexp.MustCompile(`^[0-9]{6}-?[0-9]{4}$`)
	firstDay = period.MustDay("1970-01-01")
	lastDay  = period.MustDay("9999-12-31")
)

// check is all that is wrong with the file, mostFlaws at most.
func (f File) check() []flaw {
	c := checker{file: f, accounts: map[int]bool{}, dimensions: map[int]bool{}, numbers: map[string]bool{}}
	c.head()
	c.registers()
	for n, v := range f.Vouchers {
		if len(c.flaws) >= mostFlaws {
			break
		}
		c.voucher(n, v)
	}
	return c.flaws
}

type checker struct {
	file       File
	accounts   map[int]bool
	dimensions map[int]bool
	numbers    map[string]bool // of vouchers, with their series
	flaws      []flaw
}

func (c *checker) check(holds bool, voucher, row int, field, key string, pairs ...any) {
	if !holds {
		c.flaws = append(c.flaws, flaw{voucher, row, field, fault.T(key, pairs...)})
	}
}

func (c *checker) head() {
	f := c.file
	c.check(isSome(f.Program) && isLine(f.Version), -1, -1, "program", "sie.file.program")
	c.check(isDay(f.GeneratedOn), -1, -1, "generated_on", "sie.file.generated_on")
	c.check(isSome(f.Company), -1, -1, "company", "sie.file.company")
	c.check(f.OrganisationNumber == "" || anOrgNo.MatchString(f.OrganisationNumber), -1, -1, "organisation_number", "sie.file.organisation_number")
	c.check(f.FiscalYear.IsValid() && isDay(f.FiscalYear.From) && isDay(f.FiscalYear.To), -1, -1, "fiscal_year", "sie.file.fiscal_year")
}

func (c *checker) registers() {
	for n, a := range c.file.Accounts {
		at := fmt.Sprintf("accounts.%d", n)
		c.check(a.Number > 0 && a.Number <= largestAccount, -1, -1, at, "sie.account.number", "Account", strconv.Itoa(a.Number))
		c.check(!c.accounts[a.Number], -1, -1, at, "sie.account.twice", "Account", strconv.Itoa(a.Number))
		c.check(isSome(a.Name), -1, -1, at, "sie.account.name", "Account", strconv.Itoa(a.Number))
		c.accounts[a.Number] = true
	}
	for n, d := range c.file.Dimensions {
		at := fmt.Sprintf("dimensions.%d", n)
		c.check(d.Number > reserved && d.Number <= largestAccount && !c.dimensions[d.Number], -1, -1, at, "sie.dimension.number", "Dimension", d.Number)
		c.check(isSome(d.Name), -1, -1, at, "sie.dimension.name", "Dimension", d.Number)
		c.dimensions[d.Number] = true
	}
}

func (c *checker) voucher(n int, v Voucher) {
	name := v.name(n)
	key := fmt.Sprintf("%q%d", spelt(v.Series), v.Number)
	c.check(v.Number >= 0 && isLine(v.Series), n, -1, "number", "sie.voucher.number", "Voucher", name)
	c.check(v.Number == 0 || !c.numbers[key], n, -1, "number", "sie.voucher.twice", "Voucher", name)
	c.numbers[key] = true
	c.check(c.file.FiscalYear.Contains(v.Day), n, -1, "day", "sie.voucher.day", "Voucher", name, "Day", v.Day)
	c.check(isLine(v.Text), n, -1, "text", "sie.voucher.text", "Voucher", name)
	c.check(len(v.Rows) >= 2, n, -1, "rows", "sie.voucher.rows", "Voucher", name)
	var sum money.Ore
	fits := true
	for at, r := range v.Rows {
		c.row(n, at, name, r)
		next, err := money.Sum(sum, r.Amount)
		fits = fits && err == nil
		sum = next
	}
	c.check(fits, n, -1, "rows", "sie.voucher.sum", "Voucher", name)
	c.check(!fits || sum == 0, n, -1, "rows", "sie.voucher.unbalanced", "Voucher", name, "Difference", sum)
}

func (c *checker) row(n, at int, voucher string, r Row) {
	c.check(c.accounts[r.Account], n, at, "account", "sie.row.account", "Voucher", voucher, "Account", strconv.Itoa(r.Account))
	c.check(isLine(r.Text), n, at, "text", "sie.voucher.text", "Voucher", voucher)
	seen := map[int]bool{}
	for _, o := range r.Objects {
		known := o.Dimension > 0 && (o.Dimension <= reserved || c.dimensions[o.Dimension])
		c.check(known && !seen[o.Dimension] && isSome(o.Number), n, at, "objects",
			"sie.row.object", "Voucher", voucher, "Dimension", o.Dimension)
		seen[o.Dimension] = true
	}
}

// isLine tells whether the text has no control signs: a line break would end the
// record, and the format forbids the others.
func isLine(text string) bool { return !strings.ContainsFunc(text, unicode.IsControl) }

// isSome tells whether the text is a line of which something is left in the file.
func isSome(text string) bool { return isLine(text) && strings.TrimSpace(spelt(text)) != "" }

func isDay(d period.Day) bool { return d >= firstDay && d <= lastDay }
