package worker

import (
	"fotfaste/internal/access"
	"fotfaste/internal/casefile"
	"fotfaste/internal/casework"
	"fotfaste/internal/followup"
	"fotfaste/internal/web/layout"
)

// needText is what a case asks for, in a few words.
func needText(f layout.Frame, n followup.Need) string { return needSentence(f, "worker_home.need.", n) }

// needDetail is the line under it.
func needDetail(f layout.Frame, n followup.Need) string {
	return needSentence(f, "worker_home.need_detail.", n)
}

func needSentence(f layout.Frame, prefix string, n followup.Need) string {
	kind, count := string(n.Kind), n.Count
	if n.Kind == followup.ContactDue {
		kind, count = "contact_today", n.Late
		if n.Late > 0 {
			kind = "contact_overdue"
		}
	}
	day := ""
	if n.On != nil {
		day = f.ShortDay(*n.On)
	}
	return f.Text(prefix+kind, "Day", day, "Count", count)
}

// answers is, for each need, the act that answers it, when the case can take it, and
// the page of the case where it is done.
var answers = map[followup.NeedKind]struct {
	act     access.Act
	command casefile.Command // "" where the state of the case does not matter
	page    string
}{
	followup.AppealToCarryOut:   {access.Reconsider, "", "decisions"},
	followup.AppealToForward:    {access.Reconsider, "", "decisions"},
	followup.AppealToReconsider: {access.Reconsider, "", "decisions"},
	followup.ProgrammeToStart:   {access.StartProgramme, casefile.Start, "decisions"},
	followup.OfferRunsOut:       {access.Refer, "", "placements"},
	followup.ContactDue:         {access.HoldContact, casefile.HoldContact, "contacts"},
	followup.PaymentStopped:     {access.EnterPayAccount, "", "compensation"},
	followup.AttendanceConflict: {access.SettleAttendance, "", "attendance"},
	followup.ChangeToDecide:     {access.DecideChange, "", "placements"},
	followup.PlanMissing:        {access.WritePlan, casefile.WritePlan, "plan"},
	followup.PlanToAgree:        {access.WritePlan, casefile.AnswerPlan, "plan"},
	followup.RecoveryToTell:     {access.CommunicateRecovery, "", "compensation"},
	followup.HouseholdToSee:     {access.ConfirmHousehold, "", "household"},
	followup.OutcomeToAsk:       {access.RecordOutcome, casefile.RecordOutcome, "outcomes"},
	followup.ExitToNote:         {access.RecordExit, "", "exit"},
	followup.ProgrammeEnds:      {access.StartProgramme, "", "decisions"},
	followup.AssessmentDue:      {access.Assess, casefile.Assess, "assessment"},
	followup.HoursToFill:        {access.WritePlan, casefile.WritePlan, "plan"},
}

// todo is what the case asks of the reader, the most pressing first: only what they
// can answer.
func todo(f layout.Frame, h casework.Header, needs []followup.Need) []layout.Todo {
	var list []layout.Todo
	for _, n := range needs {
		answer := answers[n.Kind]
		if !h.Acts[answer.act] || answer.command != "" && h.Case.Can(answer.command) != nil {
			continue
		}
		list = append(list, layout.Todo{
			Text: needText(f, n), Detail: needDetail(f, n), Now: n.Now,
			Action: &layout.Action{Text: f.Code("worker_home.answer.", n.Kind), Href: casePath(h.Case.ID, answer.page), Main: n.Now && len(list) == 0},
		})
	}
	return list
}
