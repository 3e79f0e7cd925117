package cli

import (
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"fotfaste/internal/access"
	"fotfaste/internal/clock"
	"fotfaste/internal/period"
	"fotfaste/internal/simulate"
	"fotfaste/internal/store"
	"fotfaste/internal/web"
	"fotfaste/internal/web/signin"
)

// BenchmarkPages is the time on the server of the pages that each role opens most, in
// a municipality of Linköping's size on SQLite.
//
//	go test -run '^$' -bench Pages ./internal/cli
func BenchmarkPages(b *testing.B) {
	today := period.MustDay("2026-11-20")
	demo := &demoCommand{Seed: 1, Size: string(simulate.Linkoping)}
	db, err := demo.municipality(b.Context(), &Env{Out: io.Discard}, b.TempDir(), today)
	if err != nil {
		b.Fatal(err)
	}
	defer db.Close()
	now := clock.NewTravelling(clock.System{}, morning(today))
	accounts, err := doors(b.Context(), db, today)
	if err != nil {
		b.Fatal(err)
	}
	twoYearsBehind(b, db)
	site, err := web.New(web.Options{Office: newOffice(db, now),
		Demo: &signin.Demo{Municipality: simulate.Code, Name: simulate.Name, Accounts: accounts, Clock: now}})
	if err != nil {
		b.Fatal(err)
	}
	for _, page := range []struct {
		role access.Role
		path string
	}{
		{access.CaseManager, "/work"}, {access.CaseManager, aCase}, {access.CaseManager, aCase + "/plan"},
		{access.CaseManager, "/work/search?q=an"}, {access.CaseManager, "/work/catalogue"},
		{access.CaseManager, "/work/meeting"}, {access.CaseManager, aCase + "/refer"}, {access.Manager, "/manager/need"},
		{access.Assessor, "/work"}, {access.DecisionMaker, "/work"},
		{access.Participant, "/me"}, {access.Participant, "/me/money"},
		{access.ProviderSupervisor, "/provider"}, {access.ProviderSupervisor, "/provider/attendance"},
		{access.PaymentOfficer, "/payments"}, {access.PaymentOfficer, aRun}, {access.PaymentOfficer, aRun + "/differences"},
		{access.Manager, "/manager"}, {access.Manager, "/manager/requirement"}, {access.Manager, "/manager/requirement/cases"},
		{access.Manager, "/manager/requirement/quarter"}, {access.Manager, "/manager/savings"},
		{access.Evaluator, "/evaluator"},
		{access.Auditor, "/audit"},
	} {
		visitor := newVisitor(b, site, accounts, page.role)
		path := page.path
		if strings.HasPrefix(path, aCase) {
			path = caseLink.FindString(visitor.open(b, "/work")) + strings.TrimPrefix(path, aCase)
		}
		if strings.HasPrefix(path, aRun) {
			path = runLink.FindString(visitor.open(b, "/payments")) + strings.TrimPrefix(path, aRun)
		}
		b.Run(string(page.role)+strings.ReplaceAll(page.path, "?", "_"), func(b *testing.B) {
			for b.Loop() {
				visitor.open(b, path)
			}
		})
	}
}

// twoYearsBehind wants the newest run to be a proposal with two years of runs behind it:
// that is what its pages are measured with.
func twoYearsBehind(b *testing.B, db *store.DB) {
	b.Helper()
	err := db.Read(b.Context(), simulate.Code, func(tx *store.Tx) error {
		open, err := tx.OpenRun(b.Context())
		if err != nil {
			return err
		}
		first, _, err := tx.FirstWeek(b.Context(), "")
		if err == nil && int(open.Week-first)+1 < 2*52 {
			b.Errorf("the proposal of %s has only runs from %s behind it", open.Week, first)
		}
		return err
	})
	if err != nil {
		b.Fatal(err)
	}
}

// aCase stands for the address of the first case in the reader's list, aRun for that of
// the first payment run.
const (
	aCase = "/case"
	aRun  = "/run"
)

var (
	caseLink = regexp.MustCompile(`/work/cases/[0-9a-f-]{36}`)
	runLink  = regexp.MustCompile(`/payments/runs/[0-9a-f-]{36}`)
)

// visitor is somebody signed in.
type visitor struct {
	site    http.Handler
	cookies []*http.Cookie
}

func newVisitor(b *testing.B, site http.Handler, accounts []signin.DemoAccount, role access.Role) visitor {
	b.Helper()
	for _, a := range accounts {
		if a.Role != role {
			continue
		}
		form := url.Values{"account": {string(a.Account)}, "role": {string(role)}, "next": {"/"}}
		r := httptest.NewRequest(http.MethodPost, "/signin/demo", strings.NewReader(form.Encode()))
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		answer := httptest.NewRecorder()
		site.ServeHTTP(answer, r)
		return visitor{site, answer.Result().Cookies()}
	}
	b.Fatalf("nobody has the role %s", role)
	return visitor{}
}

func (v visitor) open(b *testing.B, path string) string {
	b.Helper()
	r := httptest.NewRequest(http.MethodGet, path, nil)
	for _, c := range v.cookies {
		r.AddCookie(c)
	}
	answer := httptest.NewRecorder()
	v.site.ServeHTTP(answer, r)
	if answer.Code != http.StatusOK {
		b.Fatalf("%s answered %d", path, answer.Code)
	}
	return answer.Body.String()
}
