// Package locale holds every text that a person reads, in every language, and
// writes days, amounts and numbers the way that language does.
//
// The texts are files named <area>.<language>.yaml in this folder. A key begins
// with its area, is flat, and has words in lower case joined by dots and
// underscores. A text is either one line or has plural forms; a placeholder is
// {{.Name}}, with the number that decides the form in {{.Count}}:
//
//	worker.plan_agree.heading: Planen är överens
//	worker.plan_agree.hours: "{{.Planned}} av {{.Able}} timmar är planerade"
//	worker.todo.offers:
//	  one: En plats väntar på svar
//	  other: "{{.Count}} platser väntar på svar"
//
// A field of a form has its hint, if any, under the key of its label followed by
// ".hint". A language is added by adding files: Swedish and English are complete
// (a test holds that they have the same keys and placeholders), other languages
// may be partial and fall back on Swedish. The calendar file of a language says
// its name, its months and how it writes a date.
//
// What may enter: texts, and the formatting of values that stand in texts. No
// markup, no rule, no HTML.
package locale
