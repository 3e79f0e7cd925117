package attendance

// HoursAttended is how many of a placement's hours a week the participant was there,
// from the records of that week. The placement's hours are shared equally by the days
// on which something was planned, a public holiday among them; the result is in whole
// hours, half an hour upwards. The choice is the project's: hours are not reported,
// days are.
func HoursAttended(hours int, records []DayRecord) int {
	planned, attended := 0, 0
	for _, r := range records {
		status, said := r.Effective()
		if !said || status == NonePlanned {
			continue
		}
		planned++
		if status == Attended {
			attended++
		}
	}
	if planned == 0 {
		return 0
	}
	return (2*hours*attended + planned) / (2 * planned)
}
