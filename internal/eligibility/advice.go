package eligibility

import (
	"slices"

	"fotfaste/internal/fault"
)

// AdviceCode is where to turn, or what to find out.
type AdviceCode string

const (
	// For a no: who can help instead.
	YouthSupport      AdviceCode = "youth_support"
	AskAgainAtAge     AdviceCode = "ask_again_at_age"
	EmploymentService AdviceCode = "employment_service"
	LabourMarketUnit  AdviceCode = "labour_market_unit"
	SocialInsurance   AdviceCode = "social_insurance"
	HealthCare        AdviceCode = "health_care"
	CoordinatedPlan   AdviceCode = "coordinated_plan"
	SocialAssistance  AdviceCode = "social_assistance"
	BudgetAndDebt     AdviceCode = "budget_and_debt"
	// For a not yet: what is left to do.
	FindOut        AdviceCode = "find_out"
	BookAssessment AdviceCode = "book_assessment"
)

// AdviceCodes are all of them, in the order in which they are given.
func AdviceCodes() []AdviceCode {
	return []AdviceCode{
		YouthSupport, AskAgainAtAge, EmploymentService, LabourMarketUnit, SocialInsurance, HealthCare,
		CoordinatedPlan, SocialAssistance, BudgetAndDebt, FindOut, BookAssessment,
	}
}

// Advice is one thing to do now, and the criteria that lead to it.
type Advice struct {
	Code    AdviceCode `json:"code"`
	Text    fault.Text `json:"text"`
	Because []Code     `json:"because"`
}

// turnTo says, for a criterion that is not met, who has support for that situation.
var turnTo = map[Code][]AdviceCode{
	Jobseeker:       {SocialInsurance, HealthCare},
	FarFromLabour:   {EmploymentService},
	LongTermSupport: {EmploymentService, LabourMarketUnit},
	CoordinatedNeed: {LabourMarketUnit},
}

// advise gives who is turned away somewhere to go, since people who fall between lose
// months and build up debts (002), and the one who is judging what is left to find
// out. Nobody who is met gets any.
func advise(v Verdict, facts Facts) []Advice {
	given := map[AdviceCode]*Advice{}
	give := func(code AdviceCode, because Code, values ...any) {
		a := given[code]
		if a == nil {
			a = &Advice{Code: code, Text: fault.T("eligibility.advice."+string(code), values...)}
			given[code] = a
		}
		a.Because = append(a.Because, because)
	}
	for _, c := range v.Criteria {
		switch {
		case v.Overall == NotMet && c.Outcome == NotMet:
			if c.Code == Age {
				adviseOnAge(c, give)
			}
			for _, code := range turnTo[c.Code] {
				give(code, c.Code)
			}
			// The need does not go away with the refusal.
			if facts.NeedsCoordination == Yes {
				give(CoordinatedPlan, c.Code)
			}
			give(SocialAssistance, c.Code)
			give(BudgetAndDebt, c.Code)
		case v.Overall == NotKnown && c.Outcome == NotKnown && c.Code == AssessedWithInstrument:
			give(BookAssessment, c.Code)
		case v.Overall == NotKnown && c.Outcome == NotKnown:
			give(FindOut, c.Code)
		}
	}
	var all []Advice
	for _, code := range AdviceCodes() {
		if a := given[code]; a != nil {
			all = append(all, *a)
		}
	}
	return slices.Clip(all)
}

func adviseOnAge(c Criterion, give func(AdviceCode, Code, ...any)) {
	if from, tooYoung := c.Reason.Args["From"]; tooYoung {
		give(YouthSupport, Age)
		give(AskAgainAtAge, Age, "Youngest", c.Reason.Args["Youngest"], "From", from)
		return
	}
	give(EmploymentService, Age)
	give(LabourMarketUnit, Age)
}
