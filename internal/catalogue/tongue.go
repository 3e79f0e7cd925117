package catalogue

// Tongue is one that somebody speaks where the intervention is, beside Swedish.
type Tongue string

const (
	Arabic      Tongue = "ar"
	Dari        Tongue = "prs"
	English     Tongue = "en"
	Kurdish     Tongue = "ku"
	Persian     Tongue = "fa"
	Polish      Tongue = "pl"
	Romani      Tongue = "rom"
	Russian     Tongue = "ru"
	SwedishSign Tongue = "swl" // Swedish sign language
	Somali      Tongue = "so"
	Spanish     Tongue = "es"
	Thai        Tongue = "th"
	Tigrinya    Tongue = "ti"
	Turkish     Tongue = "tr"
	Ukrainian   Tongue = "uk"
)

// Tongues are all that can be said.
func Tongues() []Tongue {
	return []Tongue{Arabic, Dari, English, Kurdish, Persian, Polish, Romani, Russian, SwedishSign, Somali, Spanish, Thai, Tigrinya, Turkish, Ukrainian}
}
