package banktest

import (
	"encoding/xml"
	"fmt"
	"slices"
	"strings"
)

// order is a payment file as the bank sees it.
type order struct {
	XMLName   xml.Name `xml:"urn:iso:std:iso:20022:tech:xsd:pain.001.001.03 Document"`
	ID        string   `xml:"CstmrCdtTrfInitn>GrpHdr>MsgId"`
	CreatedAt string   `xml:"CstmrCdtTrfInitn>GrpHdr>CreDtTm"`
	Count     string   `xml:"CstmrCdtTrfInitn>GrpHdr>NbOfTxs"`
	Sum       string   `xml:"CstmrCdtTrfInitn>GrpHdr>CtrlSum"`
	Group     string   `xml:"CstmrCdtTrfInitn>PmtInf>PmtInfId"`
	Payments  []struct {
		ID     string `xml:"PmtId>EndToEndId"`
		Amount string `xml:"Amt>InstdAmt"`
	} `xml:"CstmrCdtTrfInitn>PmtInf>CdtTrfTxInf"`
}

func read(file []byte) order {
	var o order
	if err := xml.Unmarshal(file, &o); err != nil {
		panic(fmt.Sprintf("banktest: no payment file: %v", err))
	}
	return o
}

// Answer is the bank's report on the payment file: the payments in reject, by
// EndToEndID, are rejected for the reason code given, and all others are accepted
// (ACSC). It panics where the file is no payment file or a rejected payment is not
// in it: the test is wrong then.
func Answer(file []byte, reject map[string]string) []byte {
	o := read(file)
	listed, rejected := "", 0
	for _, p := range o.Payments {
		status, why := "ACSC", ""
		if code, no := reject[p.ID]; no {
			status, why, rejected = "RJCT", reason(code, ""), rejected+1
		}
		listed += fmt.Sprintf("      <TxInfAndSts>\n        <OrgnlEndToEndId>%s</OrgnlEndToEndId>\n        <TxSts>%s</TxSts>\n%s"+
			"        <OrgnlTxRef><Amt><InstdAmt Ccy=\"SEK\">%s</InstdAmt></Amt></OrgnlTxRef>\n      </TxInfAndSts>\n",
			escaped(p.ID), status, why, escaped(p.Amount))
	}
	if rejected != len(reject) {
		panic(fmt.Sprintf("banktest: %v are not all in the file", reject))
	}
	status := "PART"
	switch rejected {
	case 0:
		status = "ACSC"
	case len(o.Payments):
		status = "RJCT"
	}
	counts := ""
	if n := len(o.Payments) - rejected; n > 0 {
		counts += perStatus("ACSC", n)
	}
	if rejected > 0 {
		counts += perStatus("RJCT", rejected)
	}
	return report(o, "<GrpSts>"+status+"</GrpSts>", fmt.Sprintf("    <OrgnlPmtInfAndSts>\n      <OrgnlPmtInfId>%s</OrgnlPmtInfId>\n"+
		"      <OrgnlNbOfTxs>%s</OrgnlNbOfTxs>\n      <OrgnlCtrlSum>%s</OrgnlCtrlSum>\n      <PmtInfSts>%s</PmtInfSts>\n%s%s    </OrgnlPmtInfAndSts>\n",
		escaped(o.Group), escaped(o.Count), escaped(o.Sum), status, counts, listed))
}

// Refuse is the bank's report that it takes nothing of the file, with the reason
// code and words of its own, and no payment named.
func Refuse(file []byte, code, note string) []byte {
	return report(read(file), "<GrpSts>RJCT</GrpSts>\n"+reason(code, note), "")
}

// Receipt is the bank's report that it has the file and has not judged it.
func Receipt(file []byte) []byte { return report(read(file), "<GrpSts>RCVD</GrpSts>", "") }

func report(o order, status, groups string) []byte {
	return fmt.Appendf(nil, `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.03">
  <CstmrPmtStsRpt>
    <GrpHdr>
      <MsgId>%s</MsgId>
      <CreDtTm>%s</CreDtTm>
    </GrpHdr>
    <OrgnlGrpInfAndSts>
      <OrgnlMsgId>%s</OrgnlMsgId>
      <OrgnlMsgNmId>pain.001.001.03</OrgnlMsgNmId>
      <OrgnlNbOfTxs>%s</OrgnlNbOfTxs>
      <OrgnlCtrlSum>%s</OrgnlCtrlSum>
      %s
    </OrgnlGrpInfAndSts>
%s  </CstmrPmtStsRpt>
</Document>
`, escaped(first("R"+o.ID)), escaped(o.CreatedAt), escaped(o.ID), escaped(o.Count), escaped(o.Sum), status, groups)
}

// first is the text cut to the 35 characters of an identity.
func first(text string) string { return text[:min(35, len(text))] }

func reason(code, note string) string {
	var own string
	if code == strings.ToUpper(code) && len(code) == 4 {
		own = "<Cd>" + escaped(code) + "</Cd>"
	} else {
		own = "<Prtry>" + escaped(code) + "</Prtry>"
	}
	words := ""
	for part := range slices.Chunk([]rune(note), 105) {
		words += "<AddtlInf>" + escaped(string(part)) + "</AddtlInf>"
	}
	return "        <StsRsnInf><Rsn>" + own + "</Rsn>" + words + "</StsRsnInf>\n"
}

func perStatus(status string, n int) string {
	return fmt.Sprintf("      <NbOfTxsPerSts><DtldNbOfTxs>%d</DtldNbOfTxs><DtldSts>%s</DtldSts></NbOfTxsPerSts>\n", n, status)
}

func escaped(text string) string {
	var b strings.Builder
	if err := xml.EscapeText(&b, []byte(text)); err != nil {
		panic(err)
	}
	return b.String()
}
