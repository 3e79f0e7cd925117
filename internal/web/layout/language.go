package layout

import (
	"net/http"

	"fotfaste/internal/web/locale"
)

const languageCookieName = "fotfaste_language"

func languageCookie(r *http.Request) string {
	c, err := r.Cookie(languageCookieName)
	if err != nil {
		return ""
	}
	return c.Value
}

const year = 365 * 24 * 60 * 60

// chooseLanguage keeps the reader's language and sends them back to the page they
// were on.
func chooseLanguage(w http.ResponseWriter, r *http.Request) error {
	st := stateOf(r)
	f := ReadForm(r)
	p := locale.For(f.Raw("language")) // an unknown language becomes Swedish
	http.SetCookie(w, st.site.cookie(languageCookieName, p.Tag(), year))
	http.Redirect(w, r, LocalPath(f.Raw("next"), "/"), http.StatusSeeOther)
	return nil
}
