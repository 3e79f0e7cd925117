package participant

import (
	"net/http"
	"slices"
	"strings"

	"fotfaste/internal/access"
	"fotfaste/internal/casefile"
	"fotfaste/internal/casework"
	"fotfaste/internal/letter"
	"fotfaste/internal/plan"
	"fotfaste/internal/web/chart"
	"fotfaste/internal/web/layout"
)

type homeBody struct {
	Next     hero
	Todo     []layout.Todo // what comes after the next step
	Goal     string
	Week     *chart.Figure
	Doing    []layout.Fact
	Money    *homeMoney
	Overpaid []layout.Notice
	Cuts     []layout.Notice // assistance that social services have reduced or denied
	Read     []layout.Event
	Around   []layout.Person
	HasCase  bool
}

// hero is the next step: what to do, by when, and the way there.
type hero struct {
	Eyebrow string
	Title   string
	Text    string
	Action  *layout.Action
}

// homeMoney is the newest week that can be paid.
type homeMoney struct {
	Text string
	Tags []layout.Tag
}

// home is the participant's first page: the next step on top.
func (p *Pages) home(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	v, err := p.office.SeeMyWay(r.Context(), actor)
	if err != nil {
		return err
	}
	frame := layout.FrameOf(r, "participant_rooms.home.title").Alone()
	body := homeBody{HasCase: v.HasCase, Goal: v.Case.Goal}
	steps := stepsOf(frame, v)
	body.Next = steps[0]
	for _, s := range steps[1:] {
		body.Todo = append(body.Todo, layout.Todo{Text: s.Title, Detail: s.Text, Action: s.Action})
	}
	if v.HasCase {
		body.Week, body.Doing = weekOf(frame, v)
		body.Money = moneyOf(frame, v.Paid)
		body.Overpaid = overpaidOf(frame, v.Overpaid)
		body.Cuts = cutNotices(frame, v)
		body.Read = readingLines(frame, v.Read)
		body.Around = aroundOf(frame, v.Around)
	}
	return layout.Render(w, r, "participant/home", layout.Page[homeBody]{Frame: frame, Body: body})
}

// stepsOf are what the participant has to do, the most pressing first. There is
// always one: where nothing asks for an answer it says what happens now.
func stepsOf(f layout.Frame, v casework.MyWay) []hero {
	var steps []hero
	add := func(key, href string, text string, pairs ...any) {
		steps = append(steps, hero{Eyebrow: f.Text("participant_rooms.next"), Title: f.Text("participant_rooms.step."+key, pairs...), Text: text,
			Action: &layout.Action{Text: f.Text("participant_rooms.do." + key), Href: href}})
	}
	for _, l := range v.Letters {
		if l.Letter.Letter.Kind == letter.Overpaid {
			continue // asked for below, with the way to answer
		}
		line := letterLineOf(f, l)
		add("letter", line.Href, f.Text("participant_rooms.letter.text", "Title", line.Title))
	}
	recoveryAsks(f, v, add)
	for _, offer := range v.Offers {
		text := f.Text("participant_rooms.offer.hours", "Hours", offer.Hours)
		if offer.From != nil {
			text = f.Text("participant_rooms.offer.from", "Hours", offer.Hours, "From", f.LongDay(*offer.From))
		}
		if offer.OfferUntil != nil {
			text += " " + f.Text("participant_rooms.offer.until", "Until", f.LongDay(*offer.OfferUntil))
		}
		add("offer", "/me/offers/"+string(offer.ID), text, "Place", offer.InterventionName)
	}
	if v.ToAnswer != nil {
		add("plan", "/me/plan", f.Text("participant_rooms.plan.text", "Hours", peak(v.ToAnswer.Plan)))
	}
	if v.ToReport != nil {
		add("attendance", "/me/attendance?week="+v.ToReport.String(), f.Text("participant_rooms.attendance.text", "Count", v.Days), "Week", *v.ToReport)
	}
	if v.Assess != nil {
		add("assessment", "/me/assessment", f.Text("participant_rooms.assessment.text"))
	}
	if c := v.Case.NextContactOn; c != nil && *c >= v.Today {
		who := f.Text("participant_rooms.your_case_manager")
		if v.ManagerName != "" {
			who = v.ManagerName
		}
		steps = append(steps, hero{Eyebrow: f.Text("participant_rooms.next"), Title: f.Text("participant_rooms.step.meeting", "Day", f.LongDay(*c)),
			Text: f.Text("participant_rooms.meeting.text", "Who", who)})
	}
	if len(steps) == 0 {
		steps = append(steps, resting(f, v))
	}
	return steps
}

// resting is what the page says when nothing asks for an answer.
func resting(f layout.Frame, v casework.MyWay) hero {
	if !v.HasCase {
		return hero{Eyebrow: f.Text("participant_rooms.welcome"), Title: f.Text("participant_rooms.none.title"), Text: f.Text("participant_rooms.none.text")}
	}
	return hero{Eyebrow: f.Text("participant_rooms.now"), Title: f.Code("participant_rooms.state.", v.Case.State),
		Text: f.Code("participant_rooms.state_text.", v.Case.State)}
}

func peak(p plan.Plan) int {
	_, hours := p.Peak()
	return hours
}

var trackTones = map[plan.Track]chart.Tone{
	plan.Work: chart.Work, plan.EducationLanguage: chart.Sky, plan.Health: chart.Plum, plan.SocialEconomy: chart.Social,
}

// weekOf is the week as it is planned today, and what goes on beside it.
func weekOf(f layout.Frame, v casework.MyWay) (*chart.Figure, []layout.Fact) {
	var doing []layout.Fact
	var picture *chart.Figure
	if v.Plan != nil {
		week := chart.WeekHours{ID: "week"}
		if v.Case.IsAssessed() {
			week.Ability = v.Case.AbilityHours
		}
		for _, a := range v.Plan.Activities {
			if a.RunsOn(v.Today) && a.Hours > 0 {
				week.Segments = append(week.Segments, chart.Segment{Label: f.Text("plan.track." + string(a.Track)), Detail: a.What, Hours: a.Hours, Tone: trackTones[a.Track]})
				doing = append(doing, layout.Fact{Label: a.What, Value: f.Text("participant_rooms.week.hours_until", "Hours", f.Hours(a.Hours), "Until", f.ShortDay(*a.To))})
			}
		}
		if len(week.Segments) > 0 {
			figure := week.Figure(f.Printer, f.Text("participant_rooms.week.heading", "Hours", f.Hours(week.Planned())))
			picture = &figure
		}
	}
	for _, place := range v.Places {
		if slices.ContainsFunc(doing, func(d layout.Fact) bool { return d.Label == place.InterventionName }) {
			continue // it stands in the plan
		}
		doing = append(doing, layout.Fact{Label: place.InterventionName, Value: f.Hours(place.Hours),
			Note: f.Text("placement.state." + string(place.State)), Tone: layout.Plain})
	}
	return picture, doing
}

func moneyOf(f layout.Frame, paid *casework.CompensationWeek) *homeMoney {
	if paid == nil {
		return nil
	}
	return &homeMoney{Text: f.Text("participant_rooms.money.text", "Total", paid.Total, "Week", paid.Week.Week),
		Tags: layout.PaidTags(f.Printer, *paid)}
}

func aroundOf(f layout.Frame, around []casework.Near) []layout.Person {
	var people []layout.Person
	for _, n := range around {
		person := layout.Person{Initials: initials(n.Name), Name: n.Name}
		switch {
		case n.Task == casefile.CaseManaging:
			person.Detail = f.Text("participant_rooms.around.manager", "Organisation", n.Organisation)
		case n.Task != "":
			person.Detail = n.Organisation
		case n.Hosts:
			person.Detail = f.Text("participant_rooms.around.host")
		default:
			parts := make([]string, len(n.Opened))
			for i, part := range n.Opened {
				parts[i] = strings.ToLower(f.Code("case_part.", part))
			}
			person.Detail = f.Text("participant_rooms.around.consent", "Parts", f.List(parts))
		}
		people = append(people, person)
	}
	return people
}

// initials are the first letters of the first and the last word of a name.
func initials(name string) string {
	words := strings.Fields(name)
	if len(words) == 0 {
		return ""
	}
	first := []rune(words[0])[:1]
	if len(words) > 1 {
		first = append(first, []rune(words[len(words)-1])[0])
	}
	return strings.ToUpper(string(first))
}
