// Package attendance is what a participant did on each programme day at each
// placement: as the participant reported it, as the provider confirmed it and, where
// the two differ, as the case manager settled it.
//
// Where a day has several placements, one status stands for the day (OfDay): absence
// without approval from any planned activity once it is confirmed or settled, and
// else what speaks best for the participant. The sources require active participation
// (000, "Ersättning") and are silent on how a day is counted; the choices made here
// say so where they stand.
//
// What may enter: statuses, records, how they combine, and a week's picture. Not
// what a day pays (compensation) and not who may write (access).
package attendance
