package access

import (
	"slices"

	"fotfaste/internal/person"
)

// ByConsent is the ground of what a participant has agreed to share.
const ByConsent = "consent"

// Verdict is the answer, and the rule that gave it.
type Verdict struct {
	Allowed bool
	Rule    string
}

// rule is one line of the list. May says whether the rule concerns this actor and
// act at all; what it then needs of the case is told twice, as Go and as SQL over
// programme_case c and person p, and the property test holds the two together.
// Reach, of a rule that opens, is a query for every case that it could open, and
// perhaps some that it does not; empty where that is every case there is.
type rule struct {
	name  string
	allow bool
	may   func(Actor, Act) bool
	holds func(Actor, Act, Case, Moment) bool
	sql   func(Actor, Act, Moment, *clause) string
	reach func(Actor, *clause) string
}

// rules in order; the first that matches decides. Refusals that nothing may
// overrule stand first.
var rules = []rule{
	{
		name: "other_municipality", may: always,
		holds: func(a Actor, _ Act, c Case, _ Moment) bool { return c.Municipality != a.Municipality },
		sql: func(a Actor, _ Act, _ Moment, q *clause) string {
			return "c.municipality <> " + q.arg(a.Municipality)
		},
	},
	{
		// Nobody handles their own case, whatever their role.
		name: "own_case", may: func(a Actor, _ Act) bool { return a.Role != Participant && a.Person != "" },
		holds: func(a Actor, _ Act, c Case, _ Moment) bool { return c.Person == a.Person },
		sql: func(a Actor, _ Act, _ Moment, q *clause) string {
			return "c.person_id = " + q.arg(string(a.Person))
		},
	},
	{
		name: "conflict_of_interest", may: isStaff,
		holds: func(a Actor, _ Act, c Case, _ Moment) bool { return slices.Contains(c.Conflicted, a.Account) },
		sql: func(a Actor, _ Act, _ Moment, q *clause) string {
			return `EXISTS (SELECT 1 FROM conflict_of_interest x WHERE x.municipality = c.municipality
				AND x.person_id = c.person_id AND x.account_id = ` + q.arg(string(a.Account)) + `)`
		},
	},
	{
		name: "own", allow: true,
		may: func(a Actor, act Act) bool {
			return a.Role == Participant && a.Person != "" && slices.Contains(asParticipant, act)
		},
		holds: func(a Actor, _ Act, c Case, _ Moment) bool { return c.Person == a.Person },
		sql: func(a Actor, _ Act, _ Moment, q *clause) string {
			return "c.person_id = " + q.arg(string(a.Person))
		},
		reach: func(a Actor, q *clause) string {
			return "SELECT id FROM programme_case WHERE " + q.here(a) + " AND person_id = " + q.arg(string(a.Person))
		},
	},
	{
		name: "team", allow: true,
		may:   func(a Actor, act Act) bool { return slices.Contains(inTeam[a.Role], act) },
		holds: func(a Actor, _ Act, c Case, _ Moment) bool { return slices.Contains(c.Team, a.Account) },
		sql: func(a Actor, _ Act, m Moment, q *clause) string {
			day := q.arg(m.Day)
			return `EXISTS (SELECT 1 FROM case_member x WHERE x.municipality = c.municipality AND x.case_id = c.id
				AND x.account_id = ` + q.arg(string(a.Account)) + ` AND x.from_day <= ` + day + `
				AND (x.to_day IS NULL OR x.to_day >= ` + day + `))`
		},
		reach: func(a Actor, q *clause) string {
			return "SELECT case_id AS id FROM case_member WHERE " + q.here(a) + " AND account_id = " + q.arg(string(a.Account))
		},
	},
	{
		// A protected identity is hidden from all but the named staff above. No later
		// rule, and no emergency, opens it.
		name: "protected_identity", may: always,
		holds: func(_ Actor, _ Act, c Case, _ Moment) bool { return c.Protection.Hides() },
		sql: func(_ Actor, _ Act, _ Moment, q *clause) string {
			return "p.protection <> " + q.arg(string(person.None))
		},
	},
	{
		name: "duty", allow: true,
		may: func(a Actor, act Act) bool { return slices.Contains(byDuty[a.Role].acts, act) },
		holds: func(a Actor, _ Act, c Case, _ Moment) bool {
			states := byDuty[a.Role].states
			return len(states) == 0 || slices.Contains(states, c.State)
		},
		sql: func(a Actor, _ Act, _ Moment, q *clause) string {
			states := byDuty[a.Role].states
			if len(states) == 0 {
				return "1 = 1"
			}
			return "c.state IN (" + argList(q, states) + ")"
		},
		reach: func(a Actor, q *clause) string {
			states := byDuty[a.Role].states
			if len(states) == 0 {
				return ""
			}
			return "SELECT id FROM programme_case WHERE " + q.here(a) + " AND state IN (" + argList(q, states) + ")"
		},
	},
	{
		// Who decides on a recovery sees what it is about, whatever state the case has
		// come to since.
		name: "overpaid", allow: true,
		may:   func(a Actor, act Act) bool { return a.Role == DecisionMaker && slices.Contains(onOverpaid, act) },
		holds: func(_ Actor, _ Act, c Case, _ Moment) bool { return c.Overpaid },
		sql: func(Actor, Act, Moment, *clause) string {
			return "EXISTS (SELECT 1 FROM recovery x WHERE x.municipality = c.municipality AND x.case_id = c.id AND x.state <> 'closed')"
		},
		reach: func(a Actor, q *clause) string {
			return "SELECT case_id AS id FROM recovery WHERE " + q.here(a) + " AND state <> 'closed'"
		},
	},
	{
		name: "host", allow: true,
		may: func(a Actor, act Act) bool {
			return a.Role == ProviderSupervisor && a.Organisation != "" && slices.Contains(asHost, act)
		},
		holds: func(a Actor, _ Act, c Case, _ Moment) bool { return slices.Contains(c.Hosts, a.Organisation) },
		sql: func(a Actor, _ Act, _ Moment, q *clause) string {
			return `EXISTS (SELECT 1 FROM placement x JOIN intervention i
				ON i.municipality = x.municipality AND i.id = x.intervention_id
				WHERE x.municipality = c.municipality AND x.case_id = c.id
				AND x.state IN (` + argList(q, InHand) + `) AND i.provider_id = ` + q.arg(string(a.Organisation)) + `)`
		},
		reach: func(a Actor, q *clause) string {
			return `SELECT x.case_id AS id FROM intervention i JOIN placement x ON x.municipality = i.municipality AND x.intervention_id = i.id
				WHERE i.` + q.here(a) + " AND i.provider_id = " + q.arg(string(a.Organisation))
		},
	},
	{
		name: ByConsent, allow: true,
		// A consent opens a part for reading to an organisation, whoever works there
		// with cases; it lets nobody change anything.
		may: func(a Actor, act Act) bool {
			return act.See && a.Organisation != "" &&
				slices.Contains([]Role{Partner, ProviderSupervisor, CaseManager, Assessor}, a.Role)
		},
		holds: func(a Actor, act Act, c Case, m Moment) bool {
			return slices.ContainsFunc(c.Consents, func(s Consent) bool {
				return s.Organisation == a.Organisation && opens(s.Part, act.Part) && !s.Revoked &&
					s.From <= m.Day && m.Day <= s.Until
			})
		},
		sql: func(a Actor, act Act, m Moment, q *clause) string {
			day := q.arg(m.Day)
			condition := `EXISTS (SELECT 1 FROM consent x WHERE x.municipality = c.municipality AND x.case_id = c.id
				AND x.organisation_id = ` + q.arg(string(a.Organisation)) + ` AND x.revoked_at IS NULL
				AND x.from_day <= ` + day + ` AND x.until_day >= ` + day
			if act.Part == Identity {
				return condition + ")"
			}
			return condition + " AND x.part = " + q.arg(string(act.Part)) + ")"
		},
		reach: func(a Actor, q *clause) string {
			return "SELECT case_id AS id FROM consent WHERE " + q.here(a) + " AND organisation_id = " + q.arg(string(a.Organisation))
		},
	},
	{
		name: "break_glass", allow: true,
		may: func(a Actor, act Act) bool { return act.See && slices.Contains(mayBreakGlass, a.Role) },
		holds: func(a Actor, _ Act, c Case, m Moment) bool {
			return slices.ContainsFunc(c.Opened, func(b BreakGlass) bool {
				return b.Account == a.Account && !m.At.Before(b.From) && m.At.Before(b.Until)
			})
		},
		sql: func(a Actor, _ Act, m Moment, q *clause) string {
			now := q.instant(m.At)
			return `EXISTS (SELECT 1 FROM break_glass x WHERE x.municipality = c.municipality AND x.case_id = c.id
				AND x.account_id = ` + q.arg(string(a.Account)) + ` AND x.from_at <= ` + now + ` AND x.until_at > ` + now + `)`
		},
		reach: func(a Actor, q *clause) string {
			return "SELECT case_id AS id FROM break_glass WHERE " + q.here(a) + " AND account_id = " + q.arg(string(a.Account))
		},
	},
}

// Grounds are the rules that open a case, in their order. The journal names one of
// them for everything that was done or read.
func Grounds() []string { return named(true) }

// Refusals are the rules that say no, and what is said where no rule opens: that
// there is no ground in the case, or that the role does not do such things.
func Refusals() []string { return append(named(false), "no_ground", "role") }

func named(allow bool) []string {
	var names []string
	for _, r := range rules {
		if r.allow == allow {
			names = append(names, r.name)
		}
	}
	return names
}

// Decide answers whether the actor may do the act with the case at the moment.
func Decide(a Actor, act Act, c Case, m Moment) Verdict {
	for _, r := range rules {
		if r.may(a, act) && r.holds(a, act, c, m) {
			return Verdict{Allowed: r.allow, Rule: r.name}
		}
	}
	return Verdict{Rule: "no_ground"}
}

// opens: any consent shows whose case it is, else only the part it names.
func opens(consented, asked Part) bool { return asked == Identity || asked == consented }

func always(Actor, Act) bool { return true }

func isStaff(a Actor, _ Act) bool { return a.Role != Participant }
