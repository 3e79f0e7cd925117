package banktest_test

import (
	"os"
	"strings"
	"testing"

	"fotfaste/internal/iso20022/banktest"
)

// TestFlawsAreFound plants one fault at a time in the golden file. A validator
// that finds nothing would let every file pass.
func TestFlawsAreFound(t *testing.T) {
	golden, err := os.ReadFile("../testdata/pain001.xml")
	if err != nil {
		t.Fatal(err)
	}
	if flaws := banktest.Flaws(golden); len(flaws) > 0 {
		t.Fatalf("the golden file itself: %v", flaws)
	}
	for _, c := range []struct{ name, old, new, want string }{
		{"another version", "pain.001.001.03", "pain.001.001.09", "namespace"},
		{"another encoding", "UTF-8", "ISO-8859-1", "UTF-8"},
		{"half a letter", "Åsa", "\xc3sa", "not UTF-8"},
		{"cut off", "</Document>", "", "not one XML document"},
		{"a document type", "<Document", "<!DOCTYPE x><Document", "more than elements"},
		{"a comment", "<GrpHdr>", "<!-- --><GrpHdr>", "more than elements"},
		{"another root", "CstmrCdtTrfInitn>", "CstmrDrctDbtInitn>", "not in its place"},
		{"no message id", "<MsgId>FOT-2026W47-0001</MsgId>", "", "0 of MsgId"},
		{"empty message id", "<MsgId>FOT-2026W47-0001</MsgId>", "<MsgId></MsgId>", "no Max35Text"},
		{"message id too long", "<MsgId>", "<MsgId>" + strings.Repeat("x", 35), "no Max35Text"},
		{"two message ids", "<MsgId>", "<MsgId>a</MsgId><MsgId>", "2 of MsgId"},
		{"time without a date", "2026-11-20T08:30:15Z", "08:30:15", "no ISODateTime"},
		{"an hour that is none", "T08:30:15Z", "T24:30:15Z", "no ISODateTime"},
		{"a time without a zone", "T08:30:15Z", "T08:30:15", "time zone"},
		{"order", "<PmtMtd>TRF</PmtMtd>\n      <BtchBookg>true</BtchBookg>", "<BtchBookg>true</BtchBookg>\n      <PmtMtd>TRF</PmtMtd>", "not in its place"},
		{"another method", "TRF", "DD", "no PaymentMethod3Code"},
		{"neither true nor false", "<BtchBookg>true", "<BtchBookg>yes", "no BatchBookingIndicator"},
		{"charges", "SLEV", "BOTH", "no ChargeBearerType1Code"},
		{"a code of five", "<Cd>NURG</Cd>", "<Cd>NURGE</Cd>", "no ExternalCode"},
		{"two of a choice", "<Cd>NURG</Cd>", "<Cd>NURG</Cd><Prtry>x</Prtry>", "2 of a choice"},
		{"none of a choice", "<Cd>NURG</Cd>", "", "0 of a choice"},
		{"a day that is none", "2026-11-25", "2026-02-30", "no day"},
		{"a day otherwise", "2026-11-25", "25/11/2026", "no ISODate"},
		{"no payer", "<Dbtr>", "<UltmtDbtr/><Dbtr>", "not in its place"},
		{"a BIC too short", "HANDSESS", "HANDSES", "no BICIdentifier"},
		{"a country of three", "<Ctry>SE</Ctry>", "<Ctry>SWE</Ctry>", "no CountryCode"},
		{"an account number too long", "<Id>123456789</Id>", "<Id>" + strings.Repeat("1", 35) + "</Id>", "no Max34Text"},
		{"an IBAN in small letters", "SE4550000000058398257466", "se4550000000058398257466", "no IBAN2007Identifier"},
		{"currency missing", ` Ccy="SEK">0.05`, ">0.05", "attributes"},
		{"another currency", `Ccy="SEK">0.05`, `Ccy="EUR">0.05`, "attributes"},
		{"an attribute more", "<CdtTrfTxInf>", `<CdtTrfTxInf x="1">`, "attributes"},
		{"one decimal", ">0.05<", ">0.5<", "ActiveOrHistoricCurrencyAndAmount"},
		{"three decimals", ">0.05<", ">0.050<", "ActiveOrHistoricCurrencyAndAmount"},
		{"a comma", ">0.05<", ">0,05<", "ActiveOrHistoricCurrencyAndAmount"},
		{"a negative amount", ">0.05<", ">-0.05<", "ActiveOrHistoricCurrencyAndAmount"},
		{"a zero", ">0.05<", ">0.00<", "an amount of"},
		{"amounts moved", ">0.05<", ">0.06<", "says the sum"},
		{"the file's sum", "<CtrlSum>4546.05</CtrlSum>\n      <InitgPty>", "<CtrlSum>4546.06</CtrlSum>\n      <InitgPty>", "the file says the sum"},
		{"the group's sum", "<CtrlSum>4546.05</CtrlSum>\n      <PmtTpInf>", "<CtrlSum>4546.00</CtrlSum>\n      <PmtTpInf>", "the group says the sum"},
		{"the file's count", "<NbOfTxs>3</NbOfTxs>\n      <CtrlSum>4546.05</CtrlSum>\n      <InitgPty>", "<NbOfTxs>4</NbOfTxs>\n      <CtrlSum>4546.05</CtrlSum>\n      <InitgPty>", "the file says 4"},
		{"the group's count", "<NbOfTxs>3</NbOfTxs>\n      <CtrlSum>4546.05</CtrlSum>\n      <PmtTpInf>", "<NbOfTxs>2</NbOfTxs>\n      <CtrlSum>4546.05</CtrlSum>\n      <PmtTpInf>", "the group says 2"},
		{"the same payment twice", "3f4a5c<", "3f4a5b<", "twice"},
		{"no clearing number", "<MmbId>5839</MmbId>", "<MmbId>x</MmbId>", "no clearing number"},
		{"no receiver's account", "<IBAN>SE4550000000058398257466</IBAN>", "", "empty"},
		{"a text too long", "<Ustrd>", "<Ustrd>" + strings.Repeat("x", 140), "no Max140Text"},
		{"a letter that banks do not take", "Åsa", "Ésa", "characters"},
		{"a space at the end", "Åsa Östlund<", "Åsa Östlund <", "characters"},
		{"loose text", "<CdtTrfTxInf>", "<CdtTrfTxInf>x", "text between elements"},
		{"an element of no schema", "<RmtInf>", "<Extra>1</Extra><RmtInf>", "not in its place"},
	} {
		t.Run(c.name, func(t *testing.T) {
			planted := strings.Replace(string(golden), c.old, c.new, 1)
			if c.name == "another root" {
				planted = strings.ReplaceAll(string(golden), c.old, c.new)
			}
			if planted == string(golden) {
				t.Fatalf("%q is not in the golden file", c.old)
			}
			if flaws := strings.Join(banktest.Flaws([]byte(planted)), "\n"); !strings.Contains(flaws, c.want) {
				t.Errorf("found %q, want something with %q", flaws, c.want)
			}
		})
	}
}
