// Package letter is what a letter from the municipality says: a decision and how to
// appeal, in blocks of text in one language. A letter is written once, in the same
// transaction as what it tells of, and kept as it was written: a new wording of the
// texts changes no letter that exists.
//
// What a letter about a decision must hold: what was decided and when, by whom (FL
// (2017:900) 31 §), the reasons (32 §), and how to appeal (33 §). It is written in
// Swedish, the language of the authority (språklagen (2009:600) 10 §), and in English
// as a help to read it; the Swedish one is the decision. None of the programme's sources
// has these sections, and they are not checked against the text of the acts.
//
// A letter is built with New and the methods of Builder, one call a block:
//
//	b := letter.New(letter.Recovery, words, letter.Frame{Municipality: …, Unit: …, To: …, Number: …, Day: …})
//	b.Title("letter.recovery.title")
//	b.Heading("letter.decided").Paragraph("letter.recovery.claim", "Amount", sum)
//	b.Heading("letter.reasons").Written(made.Reason)
//	b.HowToAppeal(letter.Appeal{…})
//	b.Sign(letter.Signature{…})
//	return b.Letter()
//
// A use case writes it with desk.writeLetter, in every language and in the transaction
// of what it tells of; desk.letterFrame, desk.howToAppeal and desk.contactName give what
// stands around it. A letter with HowToAppeal can be appealed from its page.
//
// The texts are keys of the locale files, under "letter."; Words turns them into the
// language of the letter. It shows the same on a page (the template "letter" of the
// frame) and as a document (package pdf).
//
// What may enter: blocks, and how each kind of letter is built of them. No template,
// no database, no rule of what is decided.
package letter
