package iso20022_test

import (
	"slices"
	"testing"

	"fotfaste/internal/iso20022"
)

// Money has left the payer's account, or is leaving it, by the two statuses of
// settlement alone: what is accepted before that can still become no.
func TestWhatIsSettled(t *testing.T) {
	for status, want := range map[iso20022.Status]struct {
		kind    iso20022.Kind
		settled bool
	}{
		iso20022.SettlementBegun: {iso20022.KindAccepted, true}, iso20022.SettlementDone: {iso20022.KindAccepted, true},
		iso20022.Accepted: {iso20022.KindAccepted, false}, iso20022.TechnicallyRight: {iso20022.KindAccepted, false}, iso20022.AcceptedWithAdded: {iso20022.KindAccepted, false},
		iso20022.Pending: {iso20022.KindPending, false}, iso20022.Received: {iso20022.KindPending, false}, iso20022.Partly: {iso20022.KindPending, false},
		iso20022.Rejected: {iso20022.KindRejected, false}, "": {"", false},
	} {
		if status.Kind() != want.kind || status.IsSettled() != want.settled {
			t.Errorf("%s: %s, settled %v", status, status.Kind(), status.IsSettled())
		}
	}
}

// Why a whole file was rejected is told by the group where it says so, else by the file.
func TestTheNearestReasonOfARejectedFile(t *testing.T) {
	_, was := sent(t)
	because := func(code string) string { return "<StsRsnInf><Rsn><Cd>" + code + "</Cd></Rsn></StsRsnInf>" }
	for _, c := range []struct{ name, report, want string }{
		{"of the file alone", body("<GrpSts>RJCT</GrpSts>"+because("FF01"), groupOf("<PmtInfSts>RJCT</PmtInfSts>")), "FF01"},
		{"of the file, its group without a status", body("<GrpSts>RJCT</GrpSts>"+because("FF01"), groupOf("")), "FF01"},
		{"of the group alone", body("<GrpSts>RJCT</GrpSts>", groupOf("<PmtInfSts>RJCT</PmtInfSts>"+because("AM04"))), "AM04"},
		{"of both", body("<GrpSts>RJCT</GrpSts>"+because("FF01"), groupOf("<PmtInfSts>RJCT</PmtInfSts>"+because("AM04"))), "AM04"},
	} {
		report, err := iso20022.ReadStatus([]byte(c.report))
		if err != nil {
			t.Fatal(c.name, err)
		}
		answers, err := report.For(was)
		if err != nil || len(answers) != 3 || !slices.Equal(answers[first].Reasons, []iso20022.Reason{{Code: c.want}}) || !report.RejectsAll() {
			t.Errorf("%s: %+v, %v", c.name, answers, err)
		}
	}
}
