// Package chart draws the recurring pictures as SVG on the server: the week of
// hours, the way up the ladder, bars, a share by month with its interval, and the
// moves between steps. Each picture has a name and a description for those who do
// not see it, the same numbers as a table, words on what it shows (colour alone
// says nothing), and a second drawing for narrow places. Colours are classes of
// the style sheet, so pictures follow light, dark, high contrast and print.
//
//	week := chart.WeekHours{ID: "week", Ability: 30, Segments: []chart.Segment{
//		{Label: "Arbete", Detail: "Köksspåret", Hours: 12, Tone: chart.Work}}}
//	body.Week = week.Figure(p, "Veckan: 12 av 30 möjliga timmar är fyllda")
//
//	{{template "figure" .Body.Week}}
//
// What may enter: drawing of numbers that are already computed, with labels that
// already have a language. No query, no rule, no estimate.
package chart
