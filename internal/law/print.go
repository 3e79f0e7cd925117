package law

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
)

// MoneyPrint is the same for two books exactly when they say the same of every amount,
// percentage and rule set that compensation is reckoned from: days, values and sources.
// A run that keeps it can tell whether an older one was reckoned by other amounts.
func (b *Book) MoneyPrint() string {
	sum := sha256.New()
	for e := range b.priceBase.rows.All() {
		fmt.Fprintf(sum, "%s %s %d %s\n", b.priceBase.name, e.Span, e.Value.Value, e.Value.Source)
	}
	for e := range b.compensation.rows.All() {
		fmt.Fprintf(sum, "%s %s %+v %s\n", b.compensation.name, e.Span, e.Value.Value, e.Value.Source)
	}
	return hex.EncodeToString(sum.Sum(nil))
}
