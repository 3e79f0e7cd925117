// Package studiesfile reads what is known of somebody who studies from JSON, as a person
// or another program writes it, and refuses what cannot be right: with what is wrong, its
// field and the line it stands on. All that is wrong is told at once.
//
//	{
//	  "on": "2026-03-02",
//	  "birth": "2006-05-06",
//	  "level": "upper_secondary",
//	  "student_aid": true,
//	  "parents_duty": false,
//	  "term_ends": "2026-06-05"
//	}
//
// Only on, the day of the check, must be there. The others are the questions of package
// studies: birth and term_ends are days, level is one of its levels, and the rest are true
// or false. What is left out, or null, is unknown.
//
// What may enter: reading of that form. Not what opens for assistance.
package studiesfile
