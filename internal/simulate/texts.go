package simulate

import _ "embed"

//go:embed data/texts.csv
var textsFile string

// texts are what people wrote, in Swedish, by what it is about.
var texts = func() map[string][]string {
	all := map[string][]string{}
	for _, row := range rows(textsFile) {
		all[row[0]] = append(all[row[0]], row[1])
	}
	return all
}()

// wrote is one of the texts about the thing.
func (s stream) wrote(about string) string {
	choices := texts[about]
	if len(choices) == 0 {
		panic("simulate: no text about " + about) // held by every test that makes stories
	}
	return one(s, choices)
}
