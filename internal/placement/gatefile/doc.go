// Package gatefile reads what the legal gate asks about from JSON, as a person or another
// program writes it, and refuses what cannot be read: with what is wrong, the path to it
// and the line it stands on. All that is wrong is told at once. Only the day must be
// there; what is left out or null is unknown, and the gate says what comes of that.
//
//	{
//	  "on": "2026-07-01",
//	  "assistance_from": "2023-01-01", "need_investigated": true,
//	  "plan": "agreed", "ends_on": "2026-12-31", "wishes_considered": true,
//	  "kind": "work_oriented", "municipal": true,
//	  "guarantee": "none", "guarantee_days": 0, "local_agreement": false,
//	  "serious_addiction": false, "help_offered": false,
//	  "upper_secondary_pupil": false,
//	  "adult_student": false, "studies_lead_to_work": false, "breaks_off_studies": false
//	}
//
// An intervention is the municipality's own unless "municipal" says that it is not.
//
// What may enter: reading of that form. Not what the gate answers.
package gatefile
