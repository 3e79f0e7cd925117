package plan

import "slices"

// Track is one of the four parallel tracks of a plan. Health runs beside work,
// never before it as a condition (004 s. 7.4).
type Track string

const (
	Work              Track = "work"
	EducationLanguage Track = "education_language"
	Health            Track = "health"
	SocialEconomy     Track = "social_economy"
)

// Tracks are all tracks, in the order the pages show them.
func Tracks() []Track { return []Track{Work, EducationLanguage, Health, SocialEconomy} }

// IsKnown tells whether the track is one of the four.
func (t Track) IsKnown() bool { return slices.Contains(Tracks(), t) }
