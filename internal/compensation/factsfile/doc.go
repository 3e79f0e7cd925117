// Package factsfile reads the facts of one case from JSON, as a person or another
// program writes them, and refuses what cannot be right: with what is wrong, the path
// to it and the line it stands on. All that is wrong is told at once.
//
//	{
//	  "decision": {"from": "2025-09-01", "to": "2026-08-31"},
//	  "children": [{"from": "2015-05-02", "to": "2033-05-01"}],
//	  "attendance": [{"date": "2026-01-02", "status": "absent_unapproved"}]
//	}
//
// "decisions" with a list stands in for "decision" where there are several. A child's
// days are those on which it counts; one child with several periods is held together
// by "child" and a name. Periods without a name are a child each. Two or three of
// the same days are twins, and are told; more are refused. Others that overlap, and are
// no longer together than one child's eighteen years, are refused: one child written
// twice looks like that. Days without an entry in "attendance" count as attended.
//
// What may enter: reading and checking of that form. Not what a day pays.
package factsfile
