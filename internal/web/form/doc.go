// Package form reads what a person sent and shows it again. It trims and
// normalises text, says beside the field what is wrong, keeps every word that was
// typed, and hands a page the views of its fields.
//
//	f := form.Read(r, printer)
//	goal := f.Text("goal", 1, 400)
//	hours := f.Int("hours", 0, 40)
//	from := f.Day("from")
//	if err := f.Err(); err != nil { … show the page again with f … }
//
// What may enter: reading and showing the fields of a form. No rule of the
// programme: those are the subjects', and their fault.Fields are taken in by Take.
package form
