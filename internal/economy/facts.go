package economy

import (
	"fotfaste/internal/money"
	"fotfaste/internal/period"
)

// The limits of the facts. They are far beyond any true household.
const (
	MostAdults   = 2 // more are households of their own
	MostChildren = 20
	OldestChild  = 20 // in whole years; parents' duty ends at twenty-one
	MostPersons  = 40 // who live in one home
	MostLines    = 50 // costs, and incomes
	LongestName  = 100
	MostAmount   = money.Ore(1_000_000_00) // of one line in a month
)

// Facts is one household in one calendar month. Amounts are öre a month.
type Facts struct {
	Month         period.Month
	Adults        int  // 1, or 2 who live together as a couple
	Cohabiting    bool // the two are a couple
	HouseholdSize int  // everybody who lives there; 0 for the adults and children here and no more
	Shared        bool // the home is shared with others than a partner
	Children      []Child
	Costs         []Cost
	Incomes       []Income
	AddAllowance  bool // the child allowance that follows from the ages is an income
}

// Child is a child of the household.
type Child struct {
	Age       int  // whole years, 0-20
	LunchAway bool // eats lunch away from home on weekdays
	// NotInCustody says that who is in the programme, or would be, has not custody of it, so
	// that it gives no child supplement (000, "Ersättning").
	NotInCustody bool
}

// SupplementChildren is how many of the children give the programme's child supplement:
// those under eighteen in custody.
func (f Facts) SupplementChildren() (count int) {
	for _, c := range f.Children {
		if c.Age < ageOfMajority && !c.NotInCustody {
			count++
		}
	}
	return count
}

// Members is how many the household is reckoned for.
func (f Facts) Members() int { return f.Adults + len(f.Children) }

// Size is everybody who lives there.
func (f Facts) Size() int {
	if f.HouseholdSize == 0 {
		return f.Members()
	}
	return f.HouseholdSize
}

// CostKind is a cost that may be reasonable beside the national standard (004 s.
// 12.2.1).
type CostKind string

// The costs. OtherCost has a name.
const (
	Rent             CostKind = "rent"
	Electricity      CostKind = "electricity"
	HomeInsurance    CostKind = "home_insurance"
	UnionFee         CostKind = "union_fee"
	UnemploymentFund CostKind = "unemployment_fund"
	Travel           CostKind = "travel" // to work
	Childcare        CostKind = "childcare"
	Medical          CostKind = "medical" // care
	Medicine         CostKind = "medicine"
	Dental           CostKind = "dental"
	Glasses          CostKind = "glasses"
	ChildVisits      CostKind = "child_visits" // being with a child that lives elsewhere, and the journeys
	OtherCost        CostKind = "other"
)

// CostKinds are all of them, in the order in which they are shown.
func CostKinds() []CostKind {
	return []CostKind{Rent, Electricity, HomeInsurance, UnionFee, UnemploymentFund, Travel, Childcare, Medical,
		Medicine, Dental, Glasses, ChildVisits, OtherCost}
}

// Cost is a reasonable cost in a month.
type Cost struct {
	Kind   CostKind
	Name   string // of another cost
	Amount money.Ore
}

// IncomeKind is where an income comes from.
type IncomeKind string

// The incomes. OtherIncome has a name.
const (
	Work                 IncomeKind = "work"
	ChildAllowance       IncomeKind = "child_allowance"
	HousingAllowance     IncomeKind = "housing_allowance"
	MaintenanceSupport   IncomeKind = "maintenance_support"
	ParentalBenefit      IncomeKind = "parental_benefit"
	SicknessBenefit      IncomeKind = "sickness_benefit"
	SicknessCompensation IncomeKind = "sickness_compensation" // and activity compensation
	UnemploymentBenefit  IncomeKind = "unemployment_benefit"
	ActivitySupport      IncomeKind = "activity_support"
	EstablishmentBenefit IncomeKind = "establishment_benefit"
	Pension              IncomeKind = "pension"
	StudyAid             IncomeKind = "study_aid"
	Programme            IncomeKind = "programme_compensation"
	OtherIncome          IncomeKind = "other"
)

// IncomeKinds are all of them, in the order in which they are shown.
func IncomeKinds() []IncomeKind {
	return []IncomeKind{Work, ChildAllowance, HousingAllowance, MaintenanceSupport, ParentalBenefit, SicknessBenefit,
		SicknessCompensation, UnemploymentBenefit, ActivitySupport, EstablishmentBenefit, Pension, StudyAid, Programme,
		OtherIncome}
}

// Income is an income after tax in a month.
type Income struct {
	Kind        IncomeKind
	Name        string // of another income
	Net         money.Ore
	JobStimulus bool // the one who earns it has the job stimulus
}
