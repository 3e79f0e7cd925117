package simulate

import (
	"context"
	"fmt"
	"slices"

	"fotfaste/internal/access"
	"fotfaste/internal/casefile"
	"fotfaste/internal/duty"
	"fotfaste/internal/ident"
	"fotfaste/internal/law"
)

// Cut is a decision of social services on the assistance of a month, as the case manager
// noted it.
type Cut struct {
	duty.Consequence
	By ident.ID `json:"by"`
}

// cutShare is how many of those who take part have a decision in a month: few, and how
// many is this project's choice.
const cutShare = 0.03

// cuts makes the decisions of the months that the activity requirement has been applied
// to. They have a stream of their own, so that no other part of the story hangs on them.
func (t *teller) cuts() {
	c := t.story.Case
	if c.State != casefile.Active || t.c.start == 0 || c.Programme == nil || slices.Contains(t.a.Obstacles, "habits") {
		return
	}
	own, before := newStream(t.m.Seed, "cuts of "+c.Number, 0), t.s
	t.s = own
	defer func() { t.s = before }()
	rules, err := law.Sweden().ActivityRequirement(t.today())
	if err != nil {
		return // before the act, and after what is known of it
	}
	for month := max(rules.Value.FirstApplied, t.c.start.Month().AddMonths(1)); month <= t.today().Month(); month++ {
		last := min(month.Last(), t.today())
		if !own.chance(cutShare) || last < month.First().AddDays(9) || !c.Programme.Contains(last) {
			continue
		}
		day := own.dayIn(last.AddDays(-8), last)
		cut := duty.Reduced
		if own.chance(0.2) {
			cut = duty.Denied
		}
		at, by := t.at(day), t.managerOn(day)
		t.story.Cuts = append(t.story.Cuts, Cut{By: by.ID, Consequence: duty.Consequence{
			ID: own.identity(day), Cut: cut, Month: month, Reason: own.wrote("cut"), DecidedOn: day, DecidedBy: own.wrote("cut_by"),
			Reference: fmt.Sprintf("SN %d-%04d", day.Year(), own.between(1, 9999)), EnteredAt: at,
		}})
		t.event(at, casefile.ConsequenceRecorded, access.Decisions, by.ID, by.Name,
			map[string]any{"Cut": "@duty.cut_is." + string(cut), "Month": month.String(), "Day": day.String()})
	}
}

// requirement loads the main obstacle from the month of the enquiry, and the decisions.
func (l *loading) requirement(ctx context.Context, s *Story) error {
	c := s.Case
	if c.MainObstacle != "" {
		id := newStream(l.m.Seed, "obstacle of "+c.Number, 0).identity(c.OpenedOn)
		// The assessor who took in the enquiry asked about it.
		err := l.to.Row(ctx, "obstacle_entry", c.ID, id, "entered", c.OpenedAt, c.MainObstacle, c.OpenedOn.Month(), s.Events[0].Actor)
		if err != nil {
			return err
		}
	}
	for _, cut := range s.Cuts {
		err := l.to.Row(ctx, "consequence_entry", c.ID, cut.ID, "entered", cut.EnteredAt, cut.Cut, cut.Month, cut.Reason, cut.DecidedOn, cut.DecidedBy,
			cut.Reference, cut.Grave, cut.HelpFirst, cut.By)
		if err != nil {
			return err
		}
	}
	return nil
}
