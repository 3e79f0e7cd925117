package sums

import (
	"fotfaste/internal/money"
	"fotfaste/internal/web/form"
)

// amount is a field with kronor as people write them, never below nothing. ok tells that
// a right amount was there; an empty field is none.
func amount(f *form.Form, name string) (ore money.Ore, ok bool) {
	ore, ok = f.Kronor(name)
	if ore < 0 {
		f.Wrong(name, "economy.refused.negative")
		return 0, false
	}
	return ore, ok
}
