package iso20022_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"fotfaste/internal/fault"
	"fotfaste/internal/iso20022"
	"fotfaste/internal/iso20022/banktest"
	"fotfaste/internal/money"
	"fotfaste/internal/web/locale"
)

const (
	first  = "0190a1b2c3d47e5f8a9b0c1d2e3f4a5b"
	second = "0190a1b2c3d47e5f8a9b0c1d2e3f4a5c"
	third  = "0190a1b2c3d47e5f8a9b0c1d2e3f4a5d"
)

// sent is the file of fortnight and what was in it.
func sent(t testing.TB) ([]byte, iso20022.Sent) {
	t.Helper()
	i := fortnight()
	file, err := i.File()
	if err != nil {
		t.Fatal(err)
	}
	payments := map[string]money.Ore{}
	for _, p := range i.Payments {
		payments[p.EndToEndID] = p.Amount
	}
	return file, iso20022.Sent{MessageID: i.MessageID, Payments: payments}
}

func TestReadStatus(t *testing.T) {
	file, was := sent(t)
	report, err := iso20022.ReadStatus(banktest.Answer(file, map[string]string{second: "AC04"}))
	if err != nil {
		t.Fatal(err)
	}
	if report.OriginalMessageID != "FOT-2026W47-0001" || report.Group.Status != iso20022.Partly || report.Count != 3 || *report.Sum != 454605 {
		t.Errorf("%+v", report)
	}
	group := report.PaymentGroups[0]
	if group.ID != "FOT-2026W47-0001" || group.Status != iso20022.Partly || len(group.Transactions) != 3 {
		t.Errorf("%+v", group)
	}
	no := group.Transactions[1]
	if no.EndToEndID != second || no.Status != iso20022.Rejected || *no.Amount != 5 || no.Line == 0 ||
		!slices.Equal(no.Reasons, []iso20022.Reason{{Code: "AC04"}}) {
		t.Errorf("%+v", no)
	}
	answers, err := report.For(was)
	if err != nil || len(answers) != 3 || answers[first].Status.Kind() != iso20022.KindAccepted || answers[second].Status.Kind() != iso20022.KindRejected {
		t.Errorf("%+v %v", answers, err)
	}
}

// body is a report with the group's and the groups' elements given.
func body(group, groups string) string {
	return `<?xml version="1.0"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.03"><CstmrPmtStsRpt><GrpHdr><MsgId>R1</MsgId></GrpHdr>
<OrgnlGrpInfAndSts><OrgnlMsgId>FOT-2026W47-0001</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.03</OrgnlMsgNmId>` + group + "</OrgnlGrpInfAndSts>\n" + groups + "</CstmrPmtStsRpt></Document>"
}

func groupOf(inside string) string {
	return "<OrgnlPmtInfAndSts><OrgnlPmtInfId>G</OrgnlPmtInfId>" + inside + "</OrgnlPmtInfAndSts>"
}

func tx(id, status string) string {
	return "<TxInfAndSts><OrgnlEndToEndId>" + id + "</OrgnlEndToEndId><TxSts>" + status + "</TxSts></TxInfAndSts>"
}

func per(status string, n int) string {
	return fmt.Sprintf("<NbOfTxsPerSts><DtldNbOfTxs>%d</DtldNbOfTxs><DtldSts>%s</DtldSts></NbOfTxsPerSts>", n, status)
}

// TestWhatIsSaidOfPaymentsThatAreNotListed: a bank may list all payments, those it
// rejects, or none.
func TestWhatIsSaidOfPaymentsThatAreNotListed(t *testing.T) {
	file, was := sent(t)
	for _, c := range []struct {
		name, report string
		want         [3]iso20022.Status // empty: nothing yet
	}{
		{"all settled, listed", string(banktest.Answer(file, nil)), [3]iso20022.Status{"ACSC", "ACSC", "ACSC"}},
		{"all rejected, listed", string(banktest.Answer(file, map[string]string{first: "AC01", second: "AC04", third: "MS03"})), [3]iso20022.Status{"RJCT", "RJCT", "RJCT"}},
		{"the file rejected", string(banktest.Refuse(file, "FF01", "ogiltig fil")), [3]iso20022.Status{"RJCT", "RJCT", "RJCT"}},
		{"received", string(banktest.Receipt(file)), [3]iso20022.Status{}},
		{"no status at all", body("", ""), [3]iso20022.Status{}},
		{"the file accepted", body("<GrpSts>ACCP</GrpSts>", ""), [3]iso20022.Status{"ACCP", "ACCP", "ACCP"}},
		{"the file rejected, its group named", body("<GrpSts>RJCT</GrpSts>", groupOf("<OrgnlNbOfTxs>3</OrgnlNbOfTxs>")), [3]iso20022.Status{"RJCT", "RJCT", "RJCT"}},
		{"the group rejected", body("", groupOf("<PmtInfSts>RJCT</PmtInfSts>")), [3]iso20022.Status{"RJCT", "RJCT", "RJCT"}},
		{"the group rejected, counted", body("<OrgnlNbOfTxs>3</OrgnlNbOfTxs>", groupOf("<PmtInfSts>RJCT</PmtInfSts>"+per("RJCT", 3))), [3]iso20022.Status{"RJCT", "RJCT", "RJCT"}},
		{"the group settled", body("<GrpSts>ACTC</GrpSts>", groupOf("<PmtInfSts>ACSC</PmtInfSts>")), [3]iso20022.Status{"ACSC", "ACSC", "ACSC"}},
		{"form right, one rejected", body("<GrpSts>ACTC</GrpSts>", groupOf(tx(second, "RJCT"))), [3]iso20022.Status{"ACTC", "RJCT", "ACTC"}},
		{"partly, the rejected listed and nothing said of the rest", body("<GrpSts>PART</GrpSts>", groupOf(tx(second, "RJCT"))), [3]iso20022.Status{"", "RJCT", ""}},
		{"partly, the rejected listed and the rest counted", body("<GrpSts>PART</GrpSts>", groupOf("<OrgnlNbOfTxs>3</OrgnlNbOfTxs><PmtInfSts>PART</PmtInfSts>"+per("ACSP", 2)+per("RJCT", 1)+tx(second, "RJCT"))), [3]iso20022.Status{"ACSP", "RJCT", "ACSP"}},
		{"counted on the file alone", body("<OrgnlNbOfTxs>3</OrgnlNbOfTxs><GrpSts>PART</GrpSts>"+per("ACCP", 2)+per("RJCT", 1), groupOf(tx(first, "RJCT"))), [3]iso20022.Status{"RJCT", "ACCP", "ACCP"}},
		{"counted without a total", body("<GrpSts>PART</GrpSts>"+per("ACCP", 2)+per("RJCT", 1), groupOf(tx(first, "RJCT"))), [3]iso20022.Status{"RJCT", "", ""}},
		{"the group rejected, counted on the file", body("<OrgnlNbOfTxs>3</OrgnlNbOfTxs>"+per("RJCT", 3), groupOf("<PmtInfSts>RJCT</PmtInfSts>")), [3]iso20022.Status{"RJCT", "RJCT", "RJCT"}},
		{"the rest of two kinds", body("<OrgnlNbOfTxs>3</OrgnlNbOfTxs><GrpSts>PART</GrpSts>"+per("ACCP", 1)+per("PDNG", 1)+per("RJCT", 1), groupOf(tx(first, "RJCT"))), [3]iso20022.Status{"RJCT", "", ""}},
		{"form right, the group rejected", body("<GrpSts>ACTC</GrpSts>", groupOf("<PmtInfSts>RJCT</PmtInfSts>")), [3]iso20022.Status{"RJCT", "RJCT", "RJCT"}},
		{"accepted, one still waiting", body("<GrpSts>ACCP</GrpSts>", groupOf(tx(second, "PDNG"))), [3]iso20022.Status{"ACCP", "PDNG", "ACCP"}},
		{"partly by two groups, one of them rejected", body("<GrpSts>PART</GrpSts>", groupOf("<PmtInfSts>RJCT</PmtInfSts>"+tx(first, "RJCT"))+groupOf("<PmtInfSts>ACSC</PmtInfSts>"+tx(second, "ACSC"))), [3]iso20022.Status{"RJCT", "ACSC", ""}},
		{"pending", body("", groupOf("<PmtInfSts>PDNG</PmtInfSts>")), [3]iso20022.Status{"PDNG", "PDNG", "PDNG"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			report, err := iso20022.ReadStatus([]byte(c.report))
			if err != nil {
				t.Fatal(err)
			}
			answers, err := report.For(was)
			if err != nil {
				t.Fatal(err)
			}
			for n, id := range []string{first, second, third} {
				got, answered := answers[id]
				if got.Status != c.want[n] || answered != (c.want[n] != "") {
					t.Errorf("%s: %q %v, want %q", id, got.Status, answered, c.want[n])
				}
			}
			if got := report.RejectsAll(); got != (c.want == [3]iso20022.Status{"RJCT", "RJCT", "RJCT"} && len(report.Transactions()) == 0 || strings.Contains(c.name, "all rejected")) {
				t.Errorf("rejects all: %v", got)
			}
		})
	}
}

func TestReadStatusRefuses(t *testing.T) {
	listed := func(inside string) string { return body("", groupOf(inside)) }
	sum := func(sum string) string {
		return listed("<TxInfAndSts><OrgnlEndToEndId>a</OrgnlEndToEndId><TxSts>ACCP</TxSts>\n<OrgnlTxRef><Amt>" + sum + "</Amt></OrgnlTxRef></TxInfAndSts>")
	}
	for _, c := range []struct {
		name, file, want string // key, line and what it names
	}{
		{"nothing", "", "not_xml 1"},
		{"not XML", "hello", "not_xml 1"},
		{"a spreadsheet", "PK\x03\x04\x00", "not_xml 1"},
		{"cut off", body("", "")[:250], "not_xml 2"},
		{"two documents", body("", "") + body("", ""), "after_end 3"},
		{"text after", body("", "") + "\nx", "after_end 4"},
		{"an element after", body("", "") + "<x/>", "after_end 3"},
		{"text before", "x" + body("", ""), "not_xml 1"},
		{"an encoding nobody reads", `<?xml version="1.0" encoding="EBCDIC"?><a/>`, "not_xml 1"},
		{"an entity", strings.Replace(body("", ""), "R1", "&lol;", 1), "not_xml 1"},
		{"a document type", `<!DOCTYPE a [<!ENTITY lol "lol">]>` + body("", ""), "doctype 1"},
		{"deep", body(strings.Repeat("<a>", 30)+strings.Repeat("</a>", 30), ""), "not_xml 2"},
		{"another version", strings.ReplaceAll(body("", ""), "pain.002.001.03", "pain.002.001.10"), "other_message 1 pain.002.001.10"},
		{"a statement of account", `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.054.001.02"/>`, "other_message 1 camt.054.001.02"},
		{"a page", "<html></html>", "other_message 1 html"},
		{"another root", strings.ReplaceAll(body("", ""), "Document", "Report"), "other_message 1 Report"},
		{"no report", `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.03"><a/></Document>`, "missing 1 CstmrPmtStsRpt"},
		{"no header", strings.Replace(body("", ""), "GrpHdr>", "X>", 1), "not_xml 1"},
		{"no file answered", strings.Replace(body("", ""), "<OrgnlMsgId>FOT-2026W47-0001</OrgnlMsgId>", "", 1), "missing 2 OrgnlMsgId"},
		{"an empty file name", strings.Replace(body("", ""), "FOT-2026W47-0001", "  ", 1), "missing 2 OrgnlMsgId"},
		{"elements for a file name", strings.Replace(body("", ""), "FOT-2026W47-0001", "<a/>FOT-2026W47-0001", 1), "id 2 OrgnlMsgId"},
		{"two files answered", body("<OrgnlMsgId>b</OrgnlMsgId>", ""), "twice 2 OrgnlMsgId"},
		{"a file name too long", strings.Replace(body("", ""), "FOT-", strings.Repeat("F", 35), 1), "id 2 OrgnlMsgId"},
		{"an answer to a direct debit", strings.Replace(body("", ""), "pain.001.001.03", "pain.008.001.02", 1), "answers_other 2 pain.008.001.02"},
		{"a status that is none", body("<GrpSts>GONE</GrpSts>", ""), "unknown_status 2 GONE"},
		{"a group's status that is none", listed("<PmtInfSts>?</PmtInfSts>"), "unknown_status 3 ?"},
		{"a payment's status that is none", listed(tx("a", "PART")), "unknown_status 3 PART"},
		{"a payment without status", listed("<TxInfAndSts><OrgnlEndToEndId>a</OrgnlEndToEndId></TxInfAndSts>"), "missing 3 TxSts"},
		{"a payment without identity", listed("<TxInfAndSts><TxSts>ACCP</TxSts></TxInfAndSts>"), "missing 3 OrgnlEndToEndId"},
		{"a payment with two statuses", listed("<TxInfAndSts><OrgnlEndToEndId>a</OrgnlEndToEndId><TxSts>ACCP</TxSts><TxSts>RJCT</TxSts></TxInfAndSts>"), "twice 3 TxSts"},
		{"a payment twice", listed(tx("a", "ACCP") + "\n" + tx("a", "RJCT")), "payment_twice 4 a"},
		{"a payment in two groups", body("", groupOf(tx("a", "ACCP"))+"\n"+groupOf(tx("a", "ACCP"))), "payment_twice 4 a"},
		{"the file rejected and a payment not", body("<GrpSts>RJCT</GrpSts>", groupOf(tx("a", "ACCP"))), "contradiction 3 a ACCP"},
		{"the file rejected and a payment waiting", body("<GrpSts>RJCT</GrpSts>", groupOf(tx("a", "PDNG"))), "contradiction 3 a PDNG"},
		{"the file rejected and its group settled", body("<GrpSts>RJCT</GrpSts>", groupOf("<PmtInfSts>ACSC</PmtInfSts>")), "contradiction_group 3 ACSC"},
		{"the file rejected and its group partly", body("<GrpSts>RJCT</GrpSts>", groupOf("<PmtInfSts>PART</PmtInfSts>")), "contradiction_group 3 PART"},
		{"the file rejected and one of its groups not", body("<GrpSts>RJCT</GrpSts>", groupOf("<PmtInfSts>RJCT</PmtInfSts>")+"\n"+groupOf("<PmtInfSts>ACTC</PmtInfSts>")), "contradiction_group 4 ACTC"},
		{"the file rejected and settled payments counted", body("<GrpSts>RJCT</GrpSts>"+per("ACSC", 3), ""), "contradiction_count 2 3 ACSC"},
		{"the file settled and its group rejected", body("<GrpSts>ACSC</GrpSts>", groupOf("<PmtInfSts>RJCT</PmtInfSts>")), "contradiction_group 3 RJCT"},
		{"the file accepted and its group rejected", body("<GrpSts>ACCP</GrpSts>", groupOf("<PmtInfSts>RJCT</PmtInfSts>")), "contradiction_group 3 RJCT"},
		{"the file accepted and its group partly", body("<GrpSts>ACCP</GrpSts>", groupOf("<PmtInfSts>PART</PmtInfSts>")), "contradiction_group 3 PART"},
		{"the file accepted and a payment rejected", body("<GrpSts>ACCP</GrpSts>", groupOf(tx("a", "RJCT"))), "contradiction 3 a RJCT"},
		{"the file settled and a payment waiting", body("<GrpSts>ACSP</GrpSts>", groupOf(tx("a", "PDNG"))), "contradiction 3 a PDNG"},
		{"the file partly and its only group rejected", body("<GrpSts>PART</GrpSts>", groupOf("<PmtInfSts>RJCT</PmtInfSts>")), "contradiction_group 3 RJCT"},
		{"the file partly and its only group settled", body("<GrpSts>PART</GrpSts>", groupOf("<PmtInfSts>ACSC</PmtInfSts>")), "contradiction_group 3 ACSC"},
		{"the group rejected and a payment not", body("", groupOf("<PmtInfSts>RJCT</PmtInfSts>"+tx("a", "ACSC"))), "contradiction 3 a ACSC"},
		{"the group settled and a payment rejected", body("<GrpSts>ACTC</GrpSts>", groupOf("<PmtInfSts>ACSC</PmtInfSts>\n"+tx("a", "RJCT"))), "contradiction 4 a RJCT"},
		{"the group settled and rejected payments counted", body("", groupOf("<PmtInfSts>ACSP</PmtInfSts>"+per("RJCT", 1))), "contradiction_count 3 1 RJCT"},
		{"another currency", sum(`<InstdAmt Ccy="EUR">1.00</InstdAmt>`), "currency 4 EUR"},
		{"no currency", sum(`<InstdAmt>1.00</InstdAmt>`), "currency 4 "},
		{"a comma", sum(`<InstdAmt Ccy="SEK">1,00</InstdAmt>`), "amount 4 1,00"},
		{"less than nothing", sum(`<InstdAmt Ccy="SEK">-1.00</InstdAmt>`), "amount 4 -1.00"},
		{"a tenth of an öre", sum(`<InstdAmt Ccy="SEK">1.001</InstdAmt>`), "amount 4 1.001"},
		{"a point and nothing", sum(`<InstdAmt Ccy="SEK">1.</InstdAmt>`), "amount 4 1."},
		{"an amount without end", sum(`<InstdAmt Ccy="SEK">99999999999999999</InstdAmt>`), "amount 4 99999999999999999"},
		{"no number", body("<OrgnlNbOfTxs>three</OrgnlNbOfTxs>", ""), "count 2 three"},
		{"a number too large", body("<OrgnlNbOfTxs>9999999999</OrgnlNbOfTxs>", ""), "count 2 9999999999"},
		{"a status counted twice", body(per("RJCT", 1)+per("RJCT", 1), ""), "twice 2 RJCT"},
		{"a count of no status", body(per("NONE", 1), ""), "unknown_status 2 NONE"},
		{"more than were sent", body("<OrgnlNbOfTxs>1</OrgnlNbOfTxs>", groupOf(tx("a", "ACCP")+tx("b", "ACCP"))), "counts 2 1 2"},
		{"statuses that are more", body("<OrgnlNbOfTxs>3</OrgnlNbOfTxs>"+per("ACCP", 2)+per("PDNG", 2), ""), "counts 2 3 4"},
		{"statuses that are fewer", body("<OrgnlNbOfTxs>3</OrgnlNbOfTxs>"+per("ACCP", 2), ""), "counts 2 3 2"},
		{"groups that are fewer", body("<OrgnlNbOfTxs>3</OrgnlNbOfTxs>", groupOf("<OrgnlNbOfTxs>2</OrgnlNbOfTxs>")), "counts 2 3 2"},
		{"rejected but nobody knows who", body("<OrgnlNbOfTxs>3</OrgnlNbOfTxs>", groupOf(per("RJCT", 2)+tx("a", "RJCT"))), "counts_status 3 2 1"},
		{"rejected on the file but nobody knows who", body(per("RJCT", 1), ""), "counts_status 2 1 0"},
		{"rejected in a group that is not, but nobody knows who", body(per("RJCT", 1), groupOf("<PmtInfSts>PART</PmtInfSts>")), "counts_status 2 1 0"},
		{"more rejected than counted", listed(per("ACCP", 1) + per("RJCT", 1) + tx("a", "RJCT") + tx("b", "RJCT")), "counts_status 3 1 2"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := iso20022.ReadStatus([]byte(c.file))
			var f *fault.Error
			if !errors.As(err, &f) || f.Code != fault.Invalid {
				t.Fatal(err)
			}
			got := strings.TrimPrefix(f.Text.Key, "bank.status.")
			for _, name := range []string{"Line", "Element", "Payment", "Count", "Got"} {
				if value, has := f.Text.Args[name]; has {
					got += fmt.Sprint(" ", value)
				}
			}
			if got != c.want {
				t.Errorf("%s, want %s (%v)", got, c.want, err)
			}
			for _, tag := range []string{"sv", "en"} {
				if text := locale.For(tag).Value(f.Text); strings.Contains(text, "⟦") {
					t.Errorf("%s: %s", tag, text)
				}
			}
		})
	}
}

func TestTooLarge(t *testing.T) {
	for name, file := range map[string][]byte{
		"bytes":    make([]byte, iso20022.LargestStatusFile+1),
		"elements": []byte(body(strings.Repeat("<a/>", 1_000_001), "")),
	} {
		if _, err := iso20022.ReadStatus(file); fault.CodeOf(err) != fault.TooLarge {
			t.Errorf("%s: %v", name, err)
		}
	}
	// A comment between every two letters is no reason to go slow.
	const letters = 200_000
	cut := body("<GrpSts>RJCT</GrpSts><StsRsnInf><AddtlInf>"+strings.Repeat("a<!---->", letters)+"</AddtlInf></StsRsnInf>", "")
	report, err := iso20022.ReadStatus([]byte(cut))
	if err != nil || len(report.Group.Reasons) != 1 || !strings.HasPrefix(report.Group.Reasons[0].Note, "aaaa") {
		t.Errorf("%+v %v", report.Group, err)
	}
}

func TestOlderEncodings(t *testing.T) {
	text := strings.Replace(body("<GrpSts>RJCT</GrpSts><StsRsnInf><Rsn><Prtry>BX1</Prtry></Rsn><AddtlInf>Sp\xe4rrat</AddtlInf><AddtlInf>\x85ring</AddtlInf></StsRsnInf>", ""),
		`version="1.0"`, `version="1.0" encoding="ISO-8859-1"`, 1)
	report, err := iso20022.ReadStatus([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	if want := []iso20022.Reason{{Code: "BX1", Own: true, Note: "Spärrat ring"}}; !slices.Equal(report.Group.Reasons, want) {
		t.Errorf("%+v", report.Group.Reasons)
	}
	if report, err := iso20022.ReadStatus([]byte("\ufeff" + body("", ""))); err != nil || report.OriginalMessageID != "FOT-2026W47-0001" {
		t.Errorf("a byte order mark first: %v", err)
	}
}

func TestForRefuses(t *testing.T) {
	file, was := sent(t)
	answer := string(banktest.Answer(file, nil))
	for _, c := range []struct{ name, report, want string }{
		{"another file", strings.ReplaceAll(answer, "W47", "W48"), "bank.status.other_file"},
		{"a payment that was not sent", strings.Replace(answer, third, "x", 1), "bank.status.unknown_payment"},
		{"another amount", strings.Replace(answer, ">0.05<", ">0.06<", 1), "bank.status.other_amount"},
		{"another sum", strings.ReplaceAll(answer, ">4546.05<", ">4546.06<"), "bank.status.other_sum"},
		{"the group's sum", body("", groupOf("<OrgnlCtrlSum>1</OrgnlCtrlSum>")), "bank.status.other_sum"},
		{"another number", body("<OrgnlNbOfTxs>4</OrgnlNbOfTxs>", ""), "bank.status.other_count"},
		{"the group's number", body("", groupOf("<OrgnlNbOfTxs>2</OrgnlNbOfTxs>")), "bank.status.other_count"},
	} {
		t.Run(c.name, func(t *testing.T) {
			report, err := iso20022.ReadStatus([]byte(c.report))
			if err != nil {
				t.Fatal(err)
			}
			answers, err := report.For(was)
			var f *fault.Error
			if !errors.As(err, &f) || f.Text.Key != c.want || answers != nil {
				t.Fatalf("%v %v", answers, err)
			}
			if text := locale.For("sv").Value(f.Text); strings.Contains(text, "⟦") {
				t.Error(text)
			}
		})
	}
}

// TestEveryPaymentIsAnswered: whatever is paid and whatever the bank rejects, the
// answer that is read says of each payment what the bank said of it.
func TestEveryPaymentIsAnswered(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		i := drawnFile(t)
		file, err := i.File()
		if err != nil {
			t.Fatal(err)
		}
		was := iso20022.Sent{MessageID: i.MessageID, Payments: map[string]money.Ore{}}
		reject := map[string]string{}
		for _, p := range i.Payments {
			was.Payments[p.EndToEndID] = p.Amount
			if rapid.Bool().Draw(t, "reject") {
				reject[p.EndToEndID] = rapid.SampledFrom(iso20022.ReasonCodes()).Draw(t, "code")
			}
		}
		report, err := iso20022.ReadStatus(banktest.Answer(file, reject))
		if err != nil {
			t.Fatal(err)
		}
		answers, err := report.For(was)
		if err != nil || len(answers) != len(i.Payments) {
			t.Fatal(answers, err)
		}
		for id, answer := range answers {
			code, no := reject[id]
			if (answer.Status == iso20022.Rejected) != no || no && answer.Reasons[0].Code != code {
				t.Errorf("%s: %+v, want rejected %v %s", id, answer, no, code)
			}
		}
	})
}

func TestReasonsInWords(t *testing.T) {
	if !slices.IsSorted(iso20022.ReasonCodes()) {
		t.Error("not sorted")
	}
	for want, r := range map[string]iso20022.Reason{
		"Kontot är avslutat.":            {Code: "AC04", Note: "x"},
		"Banken har gett skälet ZZ99.":   {Code: "ZZ99"},
		"Banken har gett skälet AC01.":   {Code: "AC01", Own: true},
		"Banken förklarar med egna ord.": {Note: "x"},
	} {
		if got := locale.For("sv").Value(r.Text()); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
}

func FuzzReadStatus(f *testing.F) {
	file, was := sent(f)
	f.Add(banktest.Answer(file, map[string]string{second: "AC04"}))
	f.Add(banktest.Refuse(file, "FF01", "fel"))
	f.Add(banktest.Receipt(file))
	f.Add([]byte(body("<OrgnlNbOfTxs>3</OrgnlNbOfTxs>"+per("ACCP", 2)+per("RJCT", 1), groupOf(tx(first, "RJCT")))))
	f.Add([]byte(`<!DOCTYPE a><a/>`))
	f.Fuzz(func(t *testing.T, file []byte) {
		report, err := iso20022.ReadStatus(file)
		if err != nil {
			if code := fault.CodeOf(err); code != fault.Invalid && code != fault.TooLarge {
				t.Fatal(err)
			}
			return
		}
		if report.OriginalMessageID == "" {
			t.Fatal("a report on no file was taken")
		}
		answers, err := report.For(was)
		if err == nil && len(answers) > len(was.Payments) {
			t.Fatal("more answers than payments")
		}
	})
}
