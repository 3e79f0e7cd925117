package iso20022

import "encoding/xml"

// The elements of pain.001.001.03 that we write, in the order of the schema.

type initiationDocument struct {
	XMLName xml.Name     `xml:"urn:iso:std:iso:20022:tech:xsd:pain.001.001.03 Document"`
	Header  groupHeader  `xml:"CstmrCdtTrfInitn>GrpHdr"`
	Group   paymentGroup `xml:"CstmrCdtTrfInitn>PmtInf"`
}

type groupHeader struct {
	ID        string `xml:"MsgId"`
	CreatedAt string `xml:"CreDtTm"`
	Count     string `xml:"NbOfTxs"`
	Sum       string `xml:"CtrlSum"`
	Initiator party  `xml:"InitgPty"`
}

type paymentGroup struct {
	ID            string     `xml:"PmtInfId"`
	Method        string     `xml:"PmtMtd"`
	Batch         bool       `xml:"BtchBookg"`
	Count         string     `xml:"NbOfTxs"`
	Sum           string     `xml:"CtrlSum"`
	Service       string     `xml:"PmtTpInf>SvcLvl>Cd"`
	Purpose       string     `xml:"PmtTpInf>CtgyPurp>Cd"`
	ExecuteOn     string     `xml:"ReqdExctnDt"`
	Debtor        party      `xml:"Dbtr"`
	DebtorAccount account    `xml:"DbtrAcct"`
	DebtorAgent   agent      `xml:"DbtrAgt"`
	Charges       string     `xml:"ChrgBr"`
	Transfers     []transfer `xml:"CdtTrfTxInf"`
}

type party struct {
	Name    string   `xml:"Nm"`
	Address *address `xml:"PstlAdr"`
	ID      partyID  `xml:"Id>OrgId>Othr"`
}

type address struct {
	Country string `xml:"Ctry"`
}

type partyID struct {
	ID     string `xml:"Id"`
	Scheme string `xml:"SchmeNm>Cd"`
}

type account struct {
	IBAN     string        `xml:"Id>IBAN,omitempty"`
	Other    *otherAccount `xml:"Id>Othr"`
	Currency string        `xml:"Ccy,omitempty"`
}

type otherAccount struct {
	Number string `xml:"Id"`
	Scheme string `xml:"SchmeNm>Cd"`
}

type agent struct {
	BIC      string    `xml:"FinInstnId>BIC,omitempty"`
	Clearing *clearing `xml:"FinInstnId>ClrSysMmbId"`
	Country  string    `xml:"FinInstnId>PstlAdr>Ctry"`
}

type clearing struct {
	System string `xml:"ClrSysId>Cd"`
	Member string `xml:"MmbId"`
}

type transfer struct {
	EndToEndID string      `xml:"PmtId>EndToEndId"`
	Amount     amount      `xml:"Amt>InstdAmt"`
	Agent      *agent      `xml:"CdtrAgt"`
	Name       string      `xml:"Cdtr>Nm"`
	Account    account     `xml:"CdtrAcct"`
	Remittance *remittance `xml:"RmtInf"`
}

type remittance struct {
	Text string `xml:"Ustrd"`
}

type amount struct {
	Currency string `xml:"Ccy,attr"`
	Kronor   string `xml:",chardata"`
}
