package locale

// Areas and Keys let the tests of texts see what was read.
func Areas() []string { return embedded().areas }

// Keys are the keys of the default language.
func Keys() map[string]bool {
	keys := map[string]bool{}
	for key := range embedded().own[Default] {
		keys[key] = true
	}
	return keys
}
