package signin_test

import (
	"context"
	"strings"
	"testing"

	"fotfaste/internal/access"
	"fotfaste/internal/casework/officetest"
	"fotfaste/internal/store"
	"fotfaste/internal/web/signin"

	"github.com/PuerkitoBio/goquery"
)

// offered are the roles on the page.
func offered(s *shown) string {
	var roles []string
	s.Doc.Find(`button[name="role"]`).Each(func(_ int, b *goquery.Selection) { roles = append(roles, b.AttrOr("value", "")) })
	return strings.Join(roles, " ")
}

const ours = "9999"

func TestRole(t *testing.T) {
	s := open(t)
	// The issuer gives manager and case_manager; administrator is held here alone.
	s.account("manager-1", access.CaseManager, access.Manager, access.Administrator)
	b := newBrowser(t)

	t.Run("guards", func(t *testing.T) {
		if at := newBrowser(t).get("/signin/role"); at.At.Path != "/signin" {
			t.Errorf("came to %s", at.At)
		}
		newBrowser(t).post("/signin/role", "role", "manager", "municipality", ours).must(401)
	})
	t.Run("shown after signing in", func(t *testing.T) {
		b.t = t
		choose := b.signIn("manager-1", enquiry).must(200, "Du har flera roller", "Resursperson", "Chef")
		if got := offered(choose); got != "case_manager manager" {
			t.Errorf("offered %q", got)
		}
		if choose.At.Path != "/signin/role" {
			t.Errorf("came to %s", choose.At)
		}
		// Without a role one is nobody yet.
		if at := b.get(enquiry); at.At.Path != "/signin/role" || at.At.Query().Get("next") != enquiry {
			t.Errorf("came to %s", at.At)
		}
		b.language = "en"
		b.get("/signin/role").must(200, "You have several roles", "Case manager", "Is this not you?")
		b.language = "sv"
	})
	t.Run("invalid", func(t *testing.T) {
		b.t = t
		for _, wrong := range [][]string{
			{"role", "administrator", "municipality", ours}, // held here, and not given by the issuer
			{"role", "auditor", "municipality", ours},
			{"role", "manager", "municipality", "8888"},
			{},
		} {
			b.post("/signin/role", wrong...).must(422, "Välj en av rollerna på sidan")
		}
	})
	t.Run("success", func(t *testing.T) {
		b.t = t
		before := b.session()
		in := b.submit(b.get("/signin/role?next="+enquiry), "role", "case_manager").must(200, "Vera Verklig", "Byt roll")
		if in.At.Path != enquiry {
			t.Errorf("came to %s", in.At)
		}
		if b.session() == before {
			t.Error("the session is not renewed with the role")
		}
		again := b.get("/signin/role").must(200, "Din roll just nu")
		if got := again.Doc.Find(`button[aria-current]`).AttrOr("value", ""); got != "case_manager" {
			t.Errorf("the role now is said to be %q", got)
		}
	})
	t.Run("changed later", func(t *testing.T) {
		b.t = t
		b.post("/signin/role", "role", "manager", "municipality", ours, "next", "/signin/role")
		now := b.get("/signin/role").must(200)
		if got := now.Doc.Find(`button[aria-current]`).AttrOr("value", ""); got != "manager" {
			t.Errorf("the role now is said to be %q", got)
		}
		b.post("/signin/role", "role", "case_manager", "municipality", ours, "next", "https://elsewhere.example/").must(200, "Vera Verklig")
	})
	t.Run("broken database", func(t *testing.T) {
		b.t = t
		s.town.DB.Close()
		b.get("/signin/role").must(500)
	})
}

// Where the issuer says nothing of roles, the accounts here decide.
func TestRolesOfTheAccountAlone(t *testing.T) {
	for name, change := range map[string]func(*signin.Config){
		"no claim is configured":       func(c *signin.Config) { c.Providers[0].RolesClaim = "" },
		"the token has no such claim":  func(c *signin.Config) { c.Providers[0].RolesClaim = "groups" },
		"the issuer was not asked for": func(c *signin.Config) { c.Providers[0].Scopes = nil },
	} {
		t.Run(name, func(t *testing.T) {
			s := open(t, change)
			s.account("manager-1", access.Auditor, access.Manager)
			choose := newBrowser(t).signIn("manager-1", "/").must(200)
			if got := offered(choose); got != "manager auditor" {
				t.Errorf("offered %q", got)
			}
		})
	}
}

// One person with an account in two municipalities chooses among both.
func TestSeatsInTwoMunicipalities(t *testing.T) {
	s := open(t)
	s.account("manager-1", access.Manager)
	ctx := context.Background()
	if err := s.town.DB.AddMunicipality(ctx, store.Municipality{Code: "9998", Name: "Provköping"}); err != nil {
		t.Fatal(err)
	}
	err := s.town.DB.Write(ctx, "9998", func(tx *store.Tx) error {
		return tx.AddAccount(ctx, store.Account{ID: s.town.IDs.New(officetest.Start), Name: "Vera Verklig",
			Subject: s.peer.Issuer + "|manager-1", Language: "sv", Active: true}, access.CaseManager)
	})
	if err != nil {
		t.Fatal(err)
	}
	b := newBrowser(t)
	choose := b.signIn("manager-1", enquiry).must(200, "Provköping", "Exempelstad")
	if got := offered(choose); got != "case_manager manager" {
		t.Errorf("offered %q", got)
	}
	b.post("/signin/role", "role", "case_manager", "municipality", "9998", "next", enquiry).must(200, "Vera Verklig")
	b.post("/signin/role", "role", "case_manager", "municipality", ours).must(422)
}
