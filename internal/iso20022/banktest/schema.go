package banktest

import "regexp"

// A rule is what the schema says of one type of element: either a text of a form,
// or elements in an order.
type rule struct {
	text     *regexp.Regexp // of a simple type
	currency bool           // has the attribute Ccy, and must
	parts    []part         // of a sequence, in order
	oneOf    bool           // exactly one of the parts instead
}

// part is an element in a sequence: how often at least and at most.
type part struct {
	name        string
	kind        string
	least, most int
}

const many = 1 << 30

func one(name, kind string) part   { return part{name, kind, 1, 1} }
func maybe(name, kind string) part { return part{name, kind, 0, 1} }
func some(name, kind string) part  { return part{name, kind, 1, many} }
func anyOf(name, kind string) part { return part{name, kind, 0, many} }

func form(pattern string) rule       { return rule{text: regexp.MustCompile(`^(?s:` + pattern + `)$`)} }
func sequence(parts ...part) rule    { return rule{parts: parts} }
func choice(parts ...part) rule      { return rule{parts: parts, oneOf: true} }
func inCurrency(pattern string) rule { r := form(pattern); r.currency = true; return r }

// schema is the types of pain.001.001.03, by the names of the message definition.
// Elements that no payment of a municipality can carry (cheques, currency exchange,
// regulatory reporting, tax) are not there: a file with one is not one of ours.
var schema = map[string]rule{
	"Document":                            sequence(one("CstmrCdtTrfInitn", "CustomerCreditTransferInitiationV03")),
	"CustomerCreditTransferInitiationV03": sequence(one("GrpHdr", "GroupHeader32"), some("PmtInf", "PaymentInstructionInformation3")),
	"GroupHeader32": sequence(one("MsgId", "Max35Text"), one("CreDtTm", "ISODateTime"), one("NbOfTxs", "Max15NumericText"),
		maybe("CtrlSum", "DecimalNumber"), one("InitgPty", "PartyIdentification32")),
	"PaymentInstructionInformation3": sequence(one("PmtInfId", "Max35Text"), one("PmtMtd", "PaymentMethod3Code"),
		maybe("BtchBookg", "BatchBookingIndicator"), maybe("NbOfTxs", "Max15NumericText"), maybe("CtrlSum", "DecimalNumber"),
		maybe("PmtTpInf", "PaymentTypeInformation19"), one("ReqdExctnDt", "ISODate"), one("Dbtr", "PartyIdentification32"),
		one("DbtrAcct", "CashAccount16"), one("DbtrAgt", "BranchAndFinancialInstitutionIdentification4"),
		maybe("UltmtDbtr", "PartyIdentification32"), maybe("ChrgBr", "ChargeBearerType1Code"),
		some("CdtTrfTxInf", "CreditTransferTransactionInformation10")),
	"PaymentTypeInformation19": sequence(maybe("InstrPrty", "Priority2Code"), maybe("SvcLvl", "Code"), maybe("LclInstrm", "Code"), maybe("CtgyPurp", "Code")),
	"CreditTransferTransactionInformation10": sequence(one("PmtId", "PaymentIdentification1"), maybe("PmtTpInf", "PaymentTypeInformation19"),
		one("Amt", "AmountType3Choice"), maybe("ChrgBr", "ChargeBearerType1Code"), maybe("UltmtDbtr", "PartyIdentification32"),
		maybe("CdtrAgt", "BranchAndFinancialInstitutionIdentification4"), maybe("CdtrAgtAcct", "CashAccount16"),
		maybe("Cdtr", "PartyIdentification32"), maybe("CdtrAcct", "CashAccount16"), maybe("UltmtCdtr", "PartyIdentification32"),
		maybe("Purp", "Code"), maybe("RmtInf", "RemittanceInformation5")),
	"PaymentIdentification1":                       sequence(maybe("InstrId", "Max35Text"), one("EndToEndId", "Max35Text")),
	"AmountType3Choice":                            choice(one("InstdAmt", "ActiveOrHistoricCurrencyAndAmount")),
	"PartyIdentification32":                        sequence(maybe("Nm", "Max140Text"), maybe("PstlAdr", "PostalAddress6"), maybe("Id", "Party6Choice"), maybe("CtryOfRes", "CountryCode")),
	"PostalAddress6":                               sequence(maybe("Ctry", "CountryCode"), part{"AdrLine", "Max70Text", 0, 7}),
	"Party6Choice":                                 choice(one("OrgId", "OrganisationIdentification4"), one("PrvtId", "PersonIdentification5")),
	"OrganisationIdentification4":                  sequence(maybe("BICOrBEI", "BICIdentifier"), anyOf("Othr", "GenericOrganisationIdentification1")),
	"PersonIdentification5":                        sequence(anyOf("Othr", "GenericOrganisationIdentification1")),
	"GenericOrganisationIdentification1":           sequence(one("Id", "Max35Text"), maybe("SchmeNm", "Code"), maybe("Issr", "Max35Text")),
	"CashAccount16":                                sequence(one("Id", "AccountIdentification4Choice"), maybe("Tp", "Code"), maybe("Ccy", "CurrencyCode"), maybe("Nm", "Max70Text")),
	"AccountIdentification4Choice":                 choice(one("IBAN", "IBAN2007Identifier"), one("Othr", "GenericAccountIdentification1")),
	"GenericAccountIdentification1":                sequence(one("Id", "Max34Text"), maybe("SchmeNm", "Code"), maybe("Issr", "Max35Text")),
	"BranchAndFinancialInstitutionIdentification4": sequence(one("FinInstnId", "FinancialInstitutionIdentification7")),
	"FinancialInstitutionIdentification7": sequence(maybe("BIC", "BICIdentifier"), maybe("ClrSysMmbId", "ClearingSystemMemberIdentification2"),
		maybe("Nm", "Max140Text"), maybe("PstlAdr", "PostalAddress6")),
	"ClearingSystemMemberIdentification2": sequence(maybe("ClrSysId", "ClearingSystem"), one("MmbId", "Max35Text")),
	"RemittanceInformation5":              sequence(anyOf("Ustrd", "Max140Text")),

	// A code of an external list, of at most four characters, or one's own.
	"Code":           choice(one("Cd", "ExternalCode"), one("Prtry", "Max35Text")),
	"ClearingSystem": choice(one("Cd", "ExternalClearingCode"), one("Prtry", "Max35Text")),

	"Max34Text": form(`.{1,34}`), "Max35Text": form(`.{1,35}`), "Max70Text": form(`.{1,70}`), "Max140Text": form(`.{1,140}`),
	"Max15NumericText":                  form(`[0-9]{1,15}`),
	"DecimalNumber":                     form(`[0-9]{1,16}(\.[0-9]{1,17})?`),
	"ActiveOrHistoricCurrencyAndAmount": inCurrency(`[0-9]{1,16}\.[0-9]{2}`), // the schema takes five decimals, the öre has two
	"ISODate":                           form(`[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])`),
	"ISODateTime":                       form(`[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3])(:[0-5][0-9]){2}(\.[0-9]+)?(Z|[+-][0-9]{2}:[0-9]{2})?`),
	"PaymentMethod3Code":                form(`CHK|TRF|TRA`),
	"ChargeBearerType1Code":             form(`DEBT|CRED|SHAR|SLEV`),
	"Priority2Code":                     form(`HIGH|NORM`),
	"BatchBookingIndicator":             form(`true|false|0|1`),
	"CountryCode":                       form(`[A-Z]{2}`),
	"CurrencyCode":                      form(`[A-Z]{3}`),
	"ExternalCode":                      form(`.{1,4}`),
	"ExternalClearingCode":              form(`.{1,5}`),
	"IBAN2007Identifier":                form(`[A-Z]{2}[0-9]{2}[a-zA-Z0-9]{1,30}`),
	"BICIdentifier":                     form(`[A-Z]{6}[A-Z2-9][A-NP-Z0-9]([A-Z0-9]{3})?`),
}
