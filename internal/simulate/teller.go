package simulate

import (
	"iter"
	"slices"
	"time"

	"fotfaste/internal/access"
	"fotfaste/internal/casefile"
	"fotfaste/internal/eligibility"
	"fotfaste/internal/ident"
	"fotfaste/internal/law"
	"fotfaste/internal/period"
)

// Stories tells every case, one at a time, in the order in which they were opened.
// Nothing is kept of a story that has been told but the hours it holds, so a large
// municipality takes no more memory than its people. Told again, they are the same.
// The first error ends them.
func (m *Municipality) Stories() iter.Seq2[*Story, error] {
	return func(yield func(*Story, error) bool) {
		courses, err := m.plot()
		if err != nil {
			yield(nil, err)
			return
		}
		house := m.newHouse()
		for i := range courses {
			story, err := house.tell(newStream(m.Seed, "story", i), &courses[i])
			if !yield(story, err) || err != nil {
				return
			}
		}
	}
}

// house is what all stories share.
type house struct {
	m         *Municipality
	room      *room
	popular   []int
	managers  []*Account
	assessors []*Account
	deciders  []*Account
	partners  []*Account
	hosts     map[ident.ID][]*Account
	late      late
}

func (m *Municipality) newHouse() *house {
	h := &house{
		m: m, room: m.newRoom(), managers: m.withRole(access.CaseManager), assessors: m.withRole(access.Assessor),
		deciders: m.withRole(access.DecisionMaker), partners: m.withRole(access.Partner), hosts: map[ident.ID][]*Account{},
	}
	for i := range m.Interventions {
		h.popular = append(h.popular, popularity(m, i))
	}
	for _, o := range m.Organisations {
		h.hosts[o.ID] = m.supervisorsOf(o.ID)
	}
	return h
}

// teller tells one story.
type teller struct {
	*house
	s     stream
	c     *course
	a     *Adult
	story *Story

	step     int // on the ladder, as the story goes on
	ability  int // hours a week
	assessor *Account
	decider  *Account
}

func (h *house) tell(s stream, c *course) (*Story, error) {
	a := &h.m.Adults[c.adult]
	t := &teller{house: h, s: s, c: c, a: a, step: firstStep(a), ability: max(a.AbilityHours, 10),
		assessor: one(s, h.assessors), decider: one(s, h.deciders)}
	opened := t.at(c.opened)
	t.story = &Story{
		Adult:   a,
		Account: t.s.identity(c.opened),
		Case: casefile.Case{
			ID: t.s.identity(c.opened), Municipality: Code, Number: c.number, Person: a.Person.ID, State: c.state,
			OpenedOn: c.opened, OpenedAt: opened, AbilityHours: casefile.NotAssessed, MainObstacle: a.MainObstacle, Goal: s.wrote("goal"),
		},
		SupportFrom: h.m.Today.AddMonths(-a.Months).Month().First(),
	}
	if c.opened.AddMonths(-3) < t.story.SupportFrom {
		// Who is in the programme has lived on assistance for a while.
		t.story.SupportFrom = c.opened.AddMonths(-s.between(12, 40)).Month().First()
	}
	t.event(opened, casefile.EnquiryRegistered, access.Overview, t.assessor.ID, t.assessor.Name, nil)
	t.member(t.assessor, casefile.Intake, c.opened, "")
	if err := t.judge(); err != nil {
		return nil, err
	}
	t.assess()
	if err := t.decide(); err != nil {
		return nil, err
	}
	if c.start != 0 || c.state == casefile.Granted {
		if err := t.takePart(); err != nil {
			return nil, err
		}
	}
	t.released()
	t.close()
	t.cuts()
	slices.SortStableFunc(t.story.Events, func(a, b casefile.Event) int { return a.At.Compare(b.At) })
	t.story.Case.Version = 1 + len(t.story.Events)
	return t.story, nil
}

// takePart is what happens from the grant on.
func (t *teller) takePart() error {
	t.assign()
	if err := t.place(); err != nil {
		return err
	}
	t.plan()
	if t.c.start == 0 {
		return nil
	}
	t.event(t.at(t.c.start), casefile.ProgrammeStarted, access.Decisions, t.story.Case.Manager, t.managerOn(t.c.start).Name, nil)
	t.share()
	t.attend()
	t.progress()
	t.contact()
	t.leave()
	return t.pay()
}

// firstStep is where on the ladder somebody begins, by what they need next.
func firstStep(a *Adult) int {
	switch a.Next {
	case BasicNeeds:
		return 1
	case Structure:
		return 2
	case Occupation:
		return 3
	case Rehabilitation, AnotherMeasure:
		return 4
	case SupportedWork:
		return 5
	}
	switch { // the coded unemployed were not asked
	case a.AbilityHours >= 40:
		return 5
	case a.AbilityHours >= 20:
		return 4
	}
	return 3
}

// at is an instant in working hours of the day.
func (t *teller) at(day period.Day) time.Time {
	return day.Time().Add(7*time.Hour + time.Duration(t.s.IntN(8*3600))*time.Second)
}

func (t *teller) atPointer(day period.Day) *time.Time {
	at := t.at(day)
	return &at
}

func (t *teller) today() period.Day { return t.m.Today }

// last is the last day of the programme so far.
func (t *teller) last() period.Day {
	if t.c.end != 0 {
		return t.c.end
	}
	return t.today()
}

// managerOn is the case manager on the day, the last one after the end.
func (t *teller) managerOn(day period.Day) *Account {
	for _, h := range t.c.tenures {
		if h.from <= day && (h.to == 0 || day <= h.to) {
			return t.managers[h.manager]
		}
	}
	return t.managers[t.c.tenures[len(t.c.tenures)-1].manager]
}

// event puts a line in the journey. What has not happened yet is not told.
func (t *teller) event(at time.Time, kind casefile.EventKind, part access.Part, actor ident.ID, name string, values map[string]any) {
	if at.After(t.today().Time().Add(17 * time.Hour)) {
		return
	}
	t.story.Events = append(t.story.Events, casefile.Event{
		ID: t.s.identity(t.c.opened), Case: t.story.Case.ID, At: at, Kind: kind, Part: string(part),
		Actor: actor, ActorName: name, Values: values,
	})
}

func (t *teller) member(account *Account, task casefile.Task, from period.Day, reason string) {
	t.story.Members = append(t.story.Members, casefile.Member{
		ID: t.s.identity(from), Case: t.story.Case.ID, Account: account.ID, Task: task, From: from, Reason: reason,
	})
}

// origins are where the facts of every verdict come from.
var origins = map[eligibility.Fact]eligibility.Origin{
	eligibility.Birth: eligibility.FromNumber, eligibility.MonthsSupported: eligibility.FromAssistance,
	eligibility.SeeksWork: eligibility.FromTalk, eligibility.FarFromWork: eligibility.FromTalk,
	eligibility.NeedsCoordination: eligibility.FromTalk, eligibility.Assessed: eligibility.FromAssessment,
}

// judge makes the verdict, by the rules in force.
func (t *teller) judge() error {
	if t.c.judged == 0 {
		return nil
	}
	rules, err := law.Sweden().Programme(t.c.judged)
	if err != nil {
		return err
	}
	birth := t.a.Person.Birth
	months := min(12, int(t.c.judged-t.story.SupportFrom)/30)
	facts := eligibility.Facts{Birth: &birth, SeeksWork: eligibility.Yes, FarFromWork: eligibility.Yes,
		MonthsSupported: &months, NeedsCoordination: eligibility.Yes, Assessed: eligibility.Yes}
	if t.c.assessed == 0 {
		facts.NeedsCoordination, facts.Assessed = eligibility.Unknown, eligibility.Unknown
	}
	if t.c.state == casefile.Refused && t.s.chance(0.7) {
		facts.NeedsCoordination, facts.FarFromWork = eligibility.No, eligibility.No
	}
	at := t.at(t.c.judged)
	t.story.Verdict = &Verdict{ID: t.s.identity(t.c.judged), At: at, By: t.assessor.ID, Facts: facts, Origins: origins,
		Says: eligibility.Judge(facts, rules, t.c.judged)}
	t.event(at, casefile.EligibilityJudged, access.Eligibility, t.assessor.ID, t.assessor.Name,
		map[string]any{"Outcome": "@eligibility.overall." + string(t.story.Verdict.Says.Overall)})
	return nil
}

// assign names the case managers one after another.
func (t *teller) assign() {
	var before *Account
	for _, h := range t.c.tenures {
		account := t.managers[h.manager]
		handover := casefile.Handover{To: account.ID, On: h.from}
		kind, values := casefile.ManagerAssigned, map[string]any{"Manager": account.Name}
		if before != nil {
			handover.From, handover.Reason, handover.Notes = before.ID, t.s.wrote("handover"), t.s.wrote("handover_notes")
			kind, values["Earlier"], values["Reason"] = casefile.ManagerChanged, before.Name, handover.Reason
		}
		t.member(account, casefile.CaseManaging, h.from, handover.Reason)
		m := &t.story.Members[len(t.story.Members)-1]
		m.Notes = handover.Notes
		if h.to != 0 {
			m.To = &h.to
		}
		t.story.Handovers = append(t.story.Handovers, handover)
		t.event(t.at(h.from), kind, access.Readers, account.ID, account.Name, values)
		before = account
	}
	t.story.Case.Manager = before.ID
}

// released ends the tasks of those who took the enquiry in and decided, some time
// after the decision: somebody else holds the case then.
func (t *teller) released() {
	if t.c.decided == 0 {
		return
	}
	to := t.c.decided.AddDays(30)
	for i := range t.story.Members {
		if m := &t.story.Members[i]; to < t.today() && (m.Task == casefile.Intake || m.Task == casefile.Deciding) {
			m.To = &to
		}
	}
}

// share gives other authorities a part of the case, by consent, and names those who
// carry a part of the plan.
func (t *teller) share() {
	if t.s.chance(0.35) {
		partner := one(t.s, t.partners)
		day := workday(t.c.start.AddDays(t.s.between(0, 10)))
		c := Consent{ID: t.s.identity(day), Organisation: partner.Organisation, Part: one(t.s, access.Shareable),
			From: day, Until: day.AddYears(1), At: t.at(day)}
		if day > t.today() {
			return
		}
		t.event(c.At, casefile.ConsentGiven, access.Readers, t.story.Account, t.a.Person.Name(), map[string]any{
			"Organisation": t.organisationName(partner.Organisation), "Part": "@case_part." + string(c.Part), "Until": c.Until.String()})
		if back := day.AddDays(t.s.between(30, 200)); back < t.today() && t.s.chance(0.08) {
			c.RevokedAt = t.atPointer(back)
			t.event(*c.RevokedAt, casefile.ConsentRevoked, access.Readers, t.story.Account, t.a.Person.Name(),
				map[string]any{"Organisation": t.organisationName(partner.Organisation), "Part": "@case_part." + string(c.Part)})
		}
		t.story.Consents = append(t.story.Consents, c)
		t.member(partner, casefile.Supporting, day, "")
	}
}

func (t *teller) organisationName(id ident.ID) string {
	for _, o := range t.m.Organisations {
		if o.ID == id {
			return o.Name
		}
	}
	return ""
}
