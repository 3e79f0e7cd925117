package casefile

// Obstacle is the main obstacle to self-support, in the groups that municipal
// systems report by. Empty where nobody has said.
type Obstacle string

const (
	PartTimeInsufficientIncome       Obstacle = "part_time_insufficient_income"
	PartTimeAwaitingIncome           Obstacle = "part_time_awaiting_income"
	FullTimeInsufficientIncome       Obstacle = "full_time_insufficient_income"
	FullTimeAwaitingIncome           Obstacle = "full_time_awaiting_income"
	SocialReasons                    Obstacle = "social_reasons"
	UnemployedNoBenefit              Obstacle = "unemployed_no_benefit"
	UnemployedInsufficientBenefit    Obstacle = "unemployed_insufficient_benefit"
	UnemployedAwaitingBenefit        Obstacle = "unemployed_awaiting_benefit"
	UnaccompaniedUpperSecondaryPupil Obstacle = "unaccompanied_upper_secondary_pupil"
	EstablishmentNoBenefit           Obstacle = "establishment_no_benefit"
	EstablishmentInsufficientBenefit Obstacle = "establishment_insufficient_benefit"
	EstablishmentAwaitingBenefit     Obstacle = "establishment_awaiting_benefit"
	ParentalInsufficientBenefit      Obstacle = "parental_insufficient_benefit"
	ParentalAwaitingBenefit          Obstacle = "parental_awaiting_benefit"
	PensionInsufficient              Obstacle = "pension_insufficient"
	PensionAwaiting                  Obstacle = "pension_awaiting"
	NoChildcare                      Obstacle = "no_childcare"
	DisabilityInsufficientBenefit    Obstacle = "disability_insufficient_benefit" // sickness or activity compensation
	DisabilityAwaitingBenefit        Obstacle = "disability_awaiting_benefit"
	SickNoBenefit                    Obstacle = "sick_no_benefit" // on sick leave with a doctor's certificate
	SickInsufficientBenefit          Obstacle = "sick_insufficient_benefit"
	SickAwaitingBenefit              Obstacle = "sick_awaiting_benefit"
	NoObstacle                       Obstacle = "none"
)

// Obstacles are all of them, in the order in which they are reported.
func Obstacles() []Obstacle {
	return []Obstacle{
		PartTimeInsufficientIncome, PartTimeAwaitingIncome,
		FullTimeInsufficientIncome, FullTimeAwaitingIncome,
		SocialReasons,
		UnemployedNoBenefit, UnemployedInsufficientBenefit, UnemployedAwaitingBenefit,
		UnaccompaniedUpperSecondaryPupil,
		EstablishmentNoBenefit, EstablishmentInsufficientBenefit, EstablishmentAwaitingBenefit,
		ParentalInsufficientBenefit, ParentalAwaitingBenefit,
		PensionInsufficient, PensionAwaiting,
		NoChildcare,
		DisabilityInsufficientBenefit, DisabilityAwaitingBenefit,
		SickNoBenefit, SickInsufficientBenefit, SickAwaitingBenefit,
		NoObstacle,
	}
}
