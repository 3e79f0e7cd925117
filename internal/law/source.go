package law

// Where a rule stands that is in no act. An act is cited alike in every language; these
// are codes, and the text of each is "law.source.<code>".
const (
	SourceTargetGroup  = "programme_target_group"          // 000, "Målgrupp"
	SourceLongTerm     = "programme_long_term"             // 000, "Målgrupp" and table 3
	SourceTime         = "programme_time"                  // 000, "Tidsperiod"
	sourceProgramme    = "programme_target_group_and_time" // 000, "Målgrupp" and "Tidsperiod"
	sourceCompensation = "programme_compensation"          // 000, "Ersättning"
	sourceCaseload     = "procedure_caseload"              // 003 s. 3.4
	sourceClocks       = "evaluation_clocks"               // 004 (Karlskrona, Växjö); 001
	sourceGuarantees   = "evaluation_guarantees"           // 004 s. 6.5
	sourceJobs         = "evaluation_subsidised_jobs"      // 004 s. 12, tables 1-3
	SourceStudies      = "evaluation_studies"              // 004 s. 11
	SourceProject      = "evaluation_project"              // 001
	SourceOverview     = "evaluation_overview"             // 002
)

// SourceCodes are all of them.
func SourceCodes() []string {
	return []string{SourceTargetGroup, SourceLongTerm, SourceTime, sourceProgramme, sourceCompensation, sourceCaseload,
		sourceClocks, sourceGuarantees, sourceJobs, SourceStudies, SourceProject, SourceOverview}
}
