package casework

import (
	"context"

	"fotfaste/internal/access"
	"fotfaste/internal/casefile"
	"fotfaste/internal/fault"
	"fotfaste/internal/person"
)

// Header is what stands above every page of a case: who it is about, where they
// stand, and what the reader may open and do.
type Header struct {
	Case        casefile.Case
	Person      person.Person
	Children    []person.Child
	ManagerName string              // "" until there is a case manager
	Parts       []access.Part       // the parts that the reader may open
	Acts        map[access.Act]bool // what the reader may do, by access
	NameOnly    bool                // opened by consent: whose case it is, not how to reach them
}

// May tells whether the reader may do the act, and the case can take it now.
func (h Header) May(act access.Act, command casefile.Command) bool {
	return h.Acts[act] && h.Case.Can(command) == nil
}

// byConsentAlone refuses what no consent opens: a consent names a part of the case,
// and shows only whose case it is beside that part.
func (d *desk) byConsentAlone() error {
	if d.Ground == access.ByConsent {
		return fault.New(fault.NotAllowed, "access.no_ground")
	}
	return nil
}

// header reads it for the desk's case.
func (d *desk) header(ctx context.Context) (Header, error) {
	h := Header{Case: d.Case, Acts: map[access.Act]bool{}}
	var err error
	if h.Person, err = d.Person(ctx, d.Case.Person); err != nil {
		return h, err
	}
	if h.Children, err = d.Children(ctx, d.Case.Person); err != nil {
		return h, err
	}
	if !d.Case.Manager.IsZero() {
		manager, err := d.Account(ctx, d.Case.Manager)
		if err != nil {
			return h, err
		}
		h.ManagerName = manager.Name
	}
	for _, p := range access.Parts {
		if d.may(access.See(p)) {
			h.Parts = append(h.Parts, p)
		}
	}
	for _, act := range access.CaseActs {
		h.Acts[act] = d.may(act)
	}
	if !d.may(access.See(access.Overview)) {
		h.onlyWho()
	}
	if h.NameOnly = d.Ground == access.ByConsent; h.NameOnly {
		p := &h.Person
		p.Number, p.Phone, p.Email, p.Locality, h.Children = person.IdentityNumber{}, "", "", "", nil
	}
	return h, nil
}

// onlyWho leaves who it is about and where the case stands, for who may not open the
// overview: the payment officer sees whose week it is, not what the person struggles
// with.
func (h *Header) onlyWho() {
	c := &h.Case
	c.Goal, c.LadderStep, c.AbilityHours, c.PlannedHours, c.NextContactOn = "", 0, casefile.NotAssessed, 0, nil
	c.MainObstacle, h.Children = "", nil
}
