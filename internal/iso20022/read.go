package iso20022

import (
	"slices"
	"strconv"
	"strings"

	"fotfaste/internal/money"
)

// ReadStatus reads a status report, pain.002.001.03. The fault is Invalid (TooLarge
// for more than LargestStatusFile bytes), with the line where there is one: another
// message or version, not XML, a document type, an element that is missing or there
// twice, a status that is none, a payment that is there twice, counts that do not
// agree.
func ReadStatus(file []byte) (Report, error) {
	root, err := grow(file)
	if err != nil {
		return Report{}, err
	}
	body, err := root.must("CstmrPmtStsRpt")
	if err != nil {
		return Report{}, err
	}
	r := Report{}
	header, err := body.must("GrpHdr")
	if err != nil {
		return Report{}, err
	}
	if r.MessageID, err = header.id("MsgId"); err != nil {
		return Report{}, err
	}
	group, err := body.must("OrgnlGrpInfAndSts")
	if err != nil {
		return Report{}, err
	}
	if r.OriginalMessageID, err = group.id("OrgnlMsgId"); err != nil {
		return Report{}, err
	}
	if err := group.answersPayments(); err != nil {
		return Report{}, err
	}
	if r.Group, err = group.outcome("GrpSts", ofGroups); err != nil {
		return Report{}, err
	}
	if r.Count, r.Sum, r.counts, err = group.counts(); err != nil {
		return Report{}, err
	}
	for _, n := range body.all("OrgnlPmtInfAndSts") {
		g, err := n.paymentGroup()
		if err != nil {
			return Report{}, err
		}
		r.PaymentGroups = append(r.PaymentGroups, g)
	}
	return r, r.agrees(group.line)
}

// answersPayments holds that the file answered is one of payments.
func (n *node) answersPayments() error {
	name, err := n.must("OrgnlMsgNmId")
	if err != nil {
		return err
	}
	// Some banks write the name without its version.
	if !strings.HasPrefix(name.text, "pain.001") {
		return refuse("bank.status.answers_other", name.line, "Got", oneLine(name.text))
	}
	return nil
}

func (n *node) paymentGroup() (g PaymentGroup, err error) {
	if g.ID, err = n.id("OrgnlPmtInfId"); err != nil {
		return g, err
	}
	if g.Outcome, err = n.outcome("PmtInfSts", ofGroups); err != nil {
		return g, err
	}
	if g.Count, g.Sum, g.counts, err = n.counts(); err != nil {
		return g, err
	}
	g.line = n.line
	for _, child := range n.all("TxInfAndSts") {
		t, err := child.transaction()
		if err != nil {
			return g, err
		}
		g.Transactions = append(g.Transactions, t)
	}
	return g, nil
}

func (n *node) transaction() (t Transaction, err error) {
	t.Line = n.line
	if t.EndToEndID, err = n.id("OrgnlEndToEndId"); err != nil {
		return t, err
	}
	if t.Outcome, err = n.outcome("TxSts", ofPayments); err != nil {
		return t, err
	}
	if t.Status == "" {
		return t, refuse("bank.status.missing", n.line, "Element", "TxSts")
	}
	original, err := n.one("OrgnlTxRef")
	if err != nil || original == nil {
		return t, err
	}
	sums, err := original.one("Amt")
	if err != nil || sums == nil {
		return t, err
	}
	sum, err := sums.one("InstdAmt")
	if err != nil || sum == nil {
		return t, err
	}
	if sum.currency != "SEK" {
		return t, refuse("bank.status.currency", sum.line, "Got", oneLine(sum.currency))
	}
	t.Amount, err = sum.ore()
	return t, err
}

// id is the text of the identity of the name one level down.
func (n *node) id(name string) (string, error) {
	found, err := n.must(name)
	if err != nil {
		return "", err
	}
	if found.text == "" || len([]rune(found.text)) > longestID || oneLine(found.text) != found.text {
		return "", refuse("bank.status.id", found.line, "Element", name)
	}
	return found.text, nil
}

// outcome is the status in the element of the name, and the reasons beside it.
func (n *node) outcome(name string, possible []Status) (o Outcome, err error) {
	status, err := n.one(name)
	if err != nil {
		return o, err
	}
	if status != nil {
		o.Status = Status(status.text)
		if !slices.Contains(possible, o.Status) {
			return o, refuse("bank.status.unknown_status", status.line, "Got", oneLine(status.text))
		}
	}
	for _, info := range n.all("StsRsnInf") {
		r, err := info.reason()
		if err != nil {
			return o, err
		}
		if r != (Reason{}) {
			o.Reasons = append(o.Reasons, r)
		}
	}
	return o, nil
}

func (n *node) reason() (r Reason, err error) {
	var notes []string
	for _, note := range n.all("AddtlInf") {
		notes = append(notes, note.text)
	}
	r.Note = oneLine(strings.Join(notes, " "))
	why, err := n.one("Rsn")
	if err != nil || why == nil {
		return r, err
	}
	code, err := why.one("Cd")
	if err != nil {
		return r, err
	}
	own, err := why.one("Prtry")
	if err != nil {
		return r, err
	}
	switch {
	case code != nil:
		r.Code = oneLine(code.text)
	case own != nil:
		r.Code, r.Own = oneLine(own.text), true
	}
	return r, nil
}

// counts are how many payments the bank has seen, their sum, and how many of each
// status it says there are.
func (n *node) counts() (count int, sum *money.Ore, by map[Status]int, err error) {
	found, err := n.one("OrgnlNbOfTxs")
	if err != nil {
		return 0, nil, nil, err
	}
	if found != nil {
		if count, err = found.count(); err != nil {
			return 0, nil, nil, err
		}
	}
	found, err = n.one("OrgnlCtrlSum")
	if err == nil && found != nil {
		sum, err = found.ore()
	}
	if err != nil {
		return 0, nil, nil, err
	}
	by = map[Status]int{}
	for _, each := range n.all("NbOfTxsPerSts") {
		status, err := each.must("DtldSts")
		if err != nil {
			return 0, nil, nil, err
		}
		if !slices.Contains(ofPayments, Status(status.text)) {
			return 0, nil, nil, refuse("bank.status.unknown_status", status.line, "Got", oneLine(status.text))
		}
		number, err := each.must("DtldNbOfTxs")
		if err != nil {
			return 0, nil, nil, err
		}
		if _, twice := by[Status(status.text)]; twice {
			return 0, nil, nil, refuse("bank.status.twice", status.line, "Element", status.text)
		}
		if by[Status(status.text)], err = number.count(); err != nil {
			return 0, nil, nil, err
		}
	}
	return count, sum, by, nil
}

// count is the number of payments in the element: at most nine digits, of the
// fifteen that the schema allows.
func (n *node) count() (int, error) {
	number, err := strconv.ParseUint(n.text, 10, 31)
	if err != nil || len(n.text) > 9 {
		return 0, refuse("bank.status.count", n.line, "Got", oneLine(n.text))
	}
	return int(number), nil
}

// ore is the amount in the element. More than two decimals must be zeros.
func (n *node) ore() (*money.Ore, error) {
	whole, decimals, point := strings.Cut(n.text, ".")
	if kept := strings.TrimRight(decimals, "0"); len(kept) <= 2 && (!point || decimals != "") && len(whole) <= 16 && isDigits(whole) && isDigits("0"+decimals) {
		if number, err := strconv.ParseInt(whole+(kept + "00")[:2], 10, 64); err == nil {
			amount := money.Ore(number)
			return &amount, nil
		}
	}
	return nil, refuse("bank.status.amount", n.line, "Got", oneLine(n.text))
}

func isDigits(text string) bool {
	return text != "" && !strings.ContainsFunc(text, func(r rune) bool { return r < '0' || r > '9' })
}
