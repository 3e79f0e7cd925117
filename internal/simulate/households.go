package simulate

import (
	"context"
	"fmt"

	"fotfaste/internal/access"
	"fotfaste/internal/casefile"
	"fotfaste/internal/casework"
	"fotfaste/internal/clock"
	"fotfaste/internal/economy"
	"fotfaste/internal/fault"
	"fotfaste/internal/household"
	"fotfaste/internal/ident"
	"fotfaste/internal/money"
	"fotfaste/internal/period"
	"fotfaste/internal/person"
	"fotfaste/internal/store"
)

// MostHouseholds are made up, so that a demo is ready as fast as before.
const MostHouseholds = 12

// Households makes up households for the case manager's active cases, the first
// MostHouseholds of them, with the office's own use cases at its clock's hour. It returns
// how many. In some the register says another thing than the participant, the first among
// them, and in some everything has been gone through.
func Households(ctx context.Context, office *casework.Office, manager access.Actor, seed uint64) (int, error) {
	now := office.Clock.Now()
	var cases []casework.CaseRow
	participants := map[ident.ID]access.Actor{}
	err := office.DB.Read(ctx, manager.Municipality, func(tx *store.Tx) (err error) {
		cases, _, err = tx.ListCases(ctx, manager, access.See(access.Household), access.Moment{At: now, Day: clock.DayOf(now)},
			store.CaseQuery{Manager: manager.Account, States: []casefile.State{casefile.Active}, Limit: MostHouseholds})
		if err != nil {
			return err
		}
		for _, row := range cases {
			account, err := tx.AccountOfPerson(ctx, row.Case.Person)
			if fault.CodeOf(err) == fault.NotFound {
				continue
			}
			if err != nil {
				return err
			}
			if participants[row.Case.ID], err = tx.Actor(ctx, account.ID, access.Participant); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return 0, err
	}
	for i, row := range cases {
		me, signsIn := participants[row.Case.ID]
		h := furnishing{ctx: ctx, office: office, manager: manager, me: me, signsIn: signsIn, of: row.Case.ID,
			stream: newStream(seed, "household", i), month: clock.DayOf(now).Month()}
		if err := h.furnish(i); err != nil {
			return 0, fmt.Errorf("the household of %s: %w", row.Case.Number, err)
		}
	}
	return len(cases), nil
}

// furnishing is one household on its way.
type furnishing struct {
	stream
	ctx     context.Context
	office  *casework.Office
	manager access.Actor
	me      access.Actor
	signsIn bool // the participant has an account
	of      ident.ID
	month   period.Month
}

// says states a row of so many months ago, as the participant or as the case manager.
func (h *furnishing) says(what household.What, kronor, ago int, by household.Provenance) error {
	who := h.manager
	if by == household.OwnStatement && h.signsIn {
		who = h.me
	}
	s := household.Statement{What: what, Amount: money.Ore(kronor) * 100, From: h.month - period.Month(ago), Provenance: by}
	if what == household.Members {
		s.Amount, s.Home = 0, household.Home{Adults: kronor}
	}
	return h.office.EnterHouseholdRow(h.ctx, who, h.of, casework.HouseholdRow{Statement: s})
}

func (h *furnishing) furnish(i int) error {
	v, err := h.office.SeeHousehold(h.ctx, h.manager, h.of, 0)
	if err != nil {
		return err
	}
	adults := 1
	if h.chance(0.3) {
		adults = economy.MostAdults
	}
	rent, pay := 50*h.between(90, 170), 100*h.between(25, 60)
	works := i == 0 || h.chance(0.4)
	type word struct {
		what   household.What
		kronor int
		by     household.Provenance
		holds  bool
	}
	children := len(person.ChildrenOn(v.Children, h.month.First()))
	for _, w := range []word{
		{household.Members, adults, household.CaseManager, true},
		{household.CostOf(economy.Rent), rent, household.OwnStatement, true},
		{household.CostOf(economy.Rent), rent, household.CaseManager, h.chance(0.7)},
		{household.CostOf(economy.Electricity), 10 * h.between(25, 60), household.OwnStatement, h.chance(0.6)},
		{household.IncomeOf(economy.HousingAllowance), 100 * h.between(8, 25), household.CaseManager, children > 0},
		{household.IncomeOf(economy.Work), pay, household.OwnStatement, works},
	} {
		if !w.holds {
			continue
		}
		if err := h.says(w.what, w.kronor, h.between(1, 6), w.by); err != nil {
			return err
		}
	}
	if works {
		said := pay
		if i%2 == 0 { // the register says something else
			said += 50 * h.between(4, 20)
		}
		content := fmt.Sprintf("month,kind,amount\n%s,work,%d\n", h.month-1, said) + fmt.Sprintf("%s,work,%d\n", h.month, said)
		_, err := h.office.TakeRegisterFile(h.ctx, h.manager, h.of, casework.RegisterFile{Name: "inkomster.csv", Content: []byte(content)})
		if err != nil {
			return err
		}
	}
	if i%3 != 1 {
		return nil
	}
	return h.office.ConfirmHousehold(h.ctx, h.manager, h.of, casework.HouseholdConfirmation{})
}
