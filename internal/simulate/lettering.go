package simulate

import (
	"context"
	"fmt"

	"fotfaste/internal/casework"
	"fotfaste/internal/clock"
	"fotfaste/internal/decision"
	"fotfaste/internal/law"
	"fotfaste/internal/letter"
	"fotfaste/internal/period"
	"fotfaste/internal/store"
)

// letters loads the letter of each decision, in the languages of letters. It came to
// the participant by post some days after it was written, if they have passed. Without
// words there are none.
func (l *loading) letters(ctx context.Context, s *Story) error {
	if l.m.Words == nil {
		return nil
	}
	for i, made := range s.Decisions {
		facts, err := l.decidedFacts(s, i)
		if err != nil {
			return fmt.Errorf("the letter of %s: %w", made.Kind, err)
		}
		on := clock.DayOf(made.At)
		from := newStream(l.m.Seed, "letter of "+made.ID.String(), 0)
		got, how := (*period.Day)(nil), letter.Way("")
		if came := workday(on.AddDays(from.between(2, 5))); came <= l.m.Today {
			got, how = &came, letter.Posted
		}
		for _, language := range letter.Languages {
			written := letter.OfDecision(l.m.Words(language), facts)
			err := l.to.Row(ctx, "letter", from.identity(on), s.Case.ID, written.Kind, made.ID, language, store.JSON{Value: written},
				made.At, made.By, got, how)
			if err != nil {
				return err
			}
		}
	}
	return nil
}

// decidedFacts is what the letter of the i-th decision says.
func (l *loading) decidedFacts(s *Story, i int) (letter.Decided, error) {
	made, book := s.Decisions[i], law.Sweden()
	on := clock.DayOf(made.At)
	folded := decision.Fold(plain(s.Decisions[:i+1]))
	facts, err := casework.DecidedFacts(book, on, made.Decision, folded, s.Adult.Children, made.Advice)
	if err != nil {
		return facts, err
	}
	if facts.Appeal.Weeks, err = book.AppealWeeks(on); err != nil {
		return facts, err
	}
	facts.Appeal.Day = on
	facts.Appeal.Act, err = book.Act(law.Appeal, on)
	decider := l.staff[made.By.String()]
	facts.Frame = letter.Frame{Municipality: l.m.Name, Unit: l.organisations[decider.Organisation], To: casework.AddressOf(s.Adult.Person), Number: s.Case.Number, Day: on}
	facts.By = decider.Name
	if manager := l.staff[s.Case.Manager.String()]; manager != nil && i > 0 {
		facts.Contact = manager.Name // there was none at the first decision
	}
	return facts, err
}
