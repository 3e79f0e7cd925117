package casework

import (
	"errors"

	"fotfaste/internal/law"
)

// Unknown are what the law has no value of for the day of a page, and the page does
// without: it opens with everything else, and says what is missing where it is missing.
// What would be reckoned or decided from it is refused.
type Unknown []*law.MissingError

// Has tells whether the parameter, or the section, is missing.
func (u Unknown) Has(name law.Name) bool {
	for _, missing := range u {
		if missing.Parameter == name {
			return true
		}
	}
	return false
}

// without takes in what the law has no value of. Every other error is let through.
func (u *Unknown) without(err error) error {
	var missing *law.MissingError
	if !errors.As(err, &missing) {
		return err
	}
	*u = append(*u, missing)
	return nil
}
