package plan

import (
	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
	"fotfaste/internal/period"
)

// Change is one thing that differs between two versions. Before and After hold the
// values: a string, int, bool, Track, ident.ID or period.Day, nil where there was
// none.
type Change struct {
	What     What     `json:"what"`
	Activity ident.ID `json:"activity,omitempty"` // for the activity changes
	Name     string   `json:"name,omitempty"`     // what the activity or sub-goal is called
	Field    Field    `json:"field,omitempty"`    // for ActivityChanged
	Before   any      `json:"before,omitempty"`
	After    any      `json:"after,omitempty"`
}

// What kind of thing changed.
type What string

const (
	GoalChanged     What = "goal"
	SubGoalAdded    What = "sub_goal_added"
	SubGoalRemoved  What = "sub_goal_removed"
	SubGoalReached  What = "sub_goal_reached"
	SubGoalReopened What = "sub_goal_reopened"
	ActivityAdded   What = "activity_added"
	ActivityRemoved What = "activity_removed"
	ActivityChanged What = "activity_changed"
	ReviewChanged   What = "review"
	SIPChanged      What = "sip"
)

// Whats are all kinds of change.
func Whats() []What {
	return []What{GoalChanged, SubGoalAdded, SubGoalRemoved, SubGoalReached, SubGoalReopened,
		ActivityAdded, ActivityRemoved, ActivityChanged, ReviewChanged, SIPChanged}
}

// Field is the part of an activity that changed.
type Field string

const (
	FieldTrack     Field = "track"
	FieldWhat      Field = "what"
	FieldProvider  Field = "provider"
	FieldPlacement Field = "placement"
	FieldHours     Field = "hours"
	FieldFrom      Field = "from"
	FieldTo        Field = "to"
	FieldCarrier   Field = "carrier"
)

// ActivityFields are all fields of an activity that can change.
func ActivityFields() []Field {
	return []Field{FieldTrack, FieldWhat, FieldProvider, FieldPlacement, FieldHours, FieldFrom, FieldTo, FieldCarrier}
}

// Diff is what differs from before to after, in the order a person reads a plan.
// Sub-goals are the same when their words are; activities when their identity is.
func Diff(before, after Plan) []Change {
	var changes []Change
	if before.Goal != after.Goal {
		changes = append(changes, Change{What: GoalChanged, Before: before.Goal, After: after.Goal})
	}
	changes = append(changes, diffSubGoals(before.SubGoals, after.SubGoals)...)
	changes = append(changes, diffActivities(before.Activities, after.Activities)...)
	if a, b := dayOrNil(before.ReviewOn), dayOrNil(after.ReviewOn); a != b {
		changes = append(changes, Change{What: ReviewChanged, Before: a, After: b})
	}
	if before.SIP != after.SIP {
		changes = append(changes, Change{What: SIPChanged, Before: before.SIP, After: after.SIP})
	}
	return changes
}

func diffSubGoals(before, after []SubGoal) []Change {
	var changes []Change
	was := map[string]SubGoal{}
	for _, g := range before {
		was[g.Text] = g
	}
	is := map[string]bool{}
	for _, g := range after {
		is[g.Text] = true
		old, had := was[g.Text]
		switch {
		case !had:
			changes = append(changes, Change{What: SubGoalAdded, Name: g.Text})
		case g.Reached && !old.Reached:
			changes = append(changes, Change{What: SubGoalReached, Name: g.Text})
		case !g.Reached && old.Reached:
			changes = append(changes, Change{What: SubGoalReopened, Name: g.Text})
		}
	}
	for _, g := range before {
		if !is[g.Text] {
			changes = append(changes, Change{What: SubGoalRemoved, Name: g.Text})
		}
	}
	return changes
}

func diffActivities(before, after []Activity) []Change {
	var changes []Change
	was := map[ident.ID]Activity{}
	for _, a := range before {
		was[a.ID] = a
	}
	is := map[ident.ID]bool{}
	for _, a := range after {
		is[a.ID] = true
		old, had := was[a.ID]
		if !had {
			changes = append(changes, Change{What: ActivityAdded, Activity: a.ID, Name: a.What})
			continue
		}
		changes = append(changes, diffFields(old, a)...)
	}
	for _, a := range before {
		if !is[a.ID] {
			changes = append(changes, Change{What: ActivityRemoved, Activity: a.ID, Name: a.What})
		}
	}
	return changes
}

func diffFields(before, after Activity) []Change {
	values := func(a Activity) []any {
		return []any{a.Track, a.What, a.ProviderName, a.Placement, a.Hours, dayOrNil(a.From), dayOrNil(a.To), a.Carrier}
	}
	var changes []Change
	old, now := values(before), values(after)
	for i, field := range ActivityFields() {
		if old[i] != now[i] {
			changes = append(changes, Change{What: ActivityChanged, Activity: after.ID, Name: after.What,
				Field: field, Before: old[i], After: now[i]})
		}
	}
	return changes
}

// dayOrNil is the day itself or nil, so that two of them compare by value.
func dayOrNil(d *period.Day) any {
	if d == nil {
		return nil
	}
	return *d
}

// Text is the change as a line for a reader. Identities are left out of it.
func (c Change) Text() fault.Text {
	switch c.What {
	case ActivityChanged:
		return fault.T("plan.change.activity."+string(c.Field), "Name", c.Name, "Before", shown(c.Before), "After", shown(c.After))
	case GoalChanged, ReviewChanged:
		return fault.T("plan.change."+string(c.What), "Before", shown(c.Before), "After", shown(c.After))
	case SIPChanged:
		if c.After == true {
			return fault.T("plan.change.sip.on")
		}
		return fault.T("plan.change.sip.off")
	}
	return fault.T("plan.change."+string(c.What), "Name", c.Name)
}

// shown is a dash where there is nothing to show.
func shown(value any) any {
	if value == nil || value == "" {
		return "–"
	}
	return value
}
