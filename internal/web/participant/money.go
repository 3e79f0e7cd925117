package participant

import (
	"net/http"

	"fotfaste/internal/access"
	"fotfaste/internal/casework"
	"fotfaste/internal/web/layout"
)

type moneyBody struct {
	Head  layout.Head
	To    layout.Notice // where the money goes
	Weeks []moneyWeek
	Empty layout.Empty
}

type moneyWeek struct {
	Going bool // has not ended: a quiet line
	Tags  []layout.Tag
	Fail  *layout.Notice // the bank could not pay it
	New   *layout.Notice // of a week that has been calculated again
	Why   layout.Explanation
	No    *layout.Notice // why it cannot be reckoned
}

// money is what the participant is paid, each krona explained.
func (p *Pages) money(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	weeks, err := p.office.SeeMyMoney(r.Context(), actor)
	if err != nil {
		return err
	}
	account, err := p.myAccount(r, actor)
	if err != nil {
		return err
	}
	frame := layout.FrameOf(r, "participant_weeks.money.title").Alone()
	body := moneyBody{
		Head: layout.Head{Title: frame.Text("participant_weeks.money.heading_none"), Lead: frame.Text("participant_weeks.money.lead"),
			Actions: []layout.Action{{Text: frame.Text("participant_weeks.money.report"), Href: "/me/attendance"}, {Text: frame.Text("household_page.mine.link"), Href: householdPath}}},
		Empty: layout.Empty{Title: frame.Text("participant_weeks.money.empty"), Text: frame.Text("participant_weeks.money.empty_help")},
	}
	body.To = paidTo(frame, account)
	opened := false
	for _, week := range weeks {
		v := moneyWeek{Going: !week.Over && week.Missing == nil, Tags: layout.PaidTags(frame.Printer, week), Why: layout.ExplainWeek(frame.Printer, week.Week)}
		if week.Over && week.Missing == nil && !opened {
			v.Why.Open, opened = true, true // the newest that is paid, or will be as it stands
		}
		v.Fail = layout.PaymentFailed(frame.Printer, week, "/me/money/account")
		v.New = layout.Corrected(frame.Printer, week)
		if week.Missing != nil {
			v.No = &layout.Notice{Title: frame.Text("week.explained.week", "Week", week.Week.Week, "Days", week.Week.Week.Span()),
				Text: frame.Fault(week.Missing.Text), Tone: layout.Ask}
		}
		body.Weeks = append(body.Weeks, v)
	}
	for _, week := range weeks {
		if week.Over && week.Missing == nil {
			body.Head.Title = frame.Text("participant_weeks.money.heading", "Week", week.Week.Week, "Total", week.Total)
			break
		}
	}
	return layout.Render(w, r, "participant/money", layout.Page[moneyBody]{Frame: frame, Body: body})
}

// paidTo says where the money goes, and asks for an account where there is none.
func paidTo(f layout.Frame, v casework.PayAccountView) layout.Notice {
	change := layout.Link{Text: f.Text("account.mine.change"), Href: "/me/money/account"}
	if waits := layout.AccountNotice(f, v); waits != nil {
		waits.Links = []layout.Link{change}
		return *waits
	}
	if !v.Known {
		change.Text = f.Text("account.mine.enter")
		return layout.Notice{Text: f.Text("account.mine.none"), Tone: layout.Ask, Links: []layout.Link{change}}
	}
	return layout.Notice{Text: f.Text("account.mine.heading", "Account", v.Masked), Links: []layout.Link{change}}
}
