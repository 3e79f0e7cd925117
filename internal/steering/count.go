package steering

// Count is how many something holds for, always by gender: a difference that is not
// counted is not seen.
type Count struct {
	Code     string
	Women    int
	Men      int
	Unstated int
}

// All is everybody.
func (c Count) All() int { return c.Women + c.Men + c.Unstated }

// Sum is the counts added up.
func Sum(counts []Count) Count {
	var sum Count
	for _, c := range counts {
		sum.Women += c.Women
		sum.Men += c.Men
		sum.Unstated += c.Unstated
	}
	return sum
}

// InOrder is the counts in the order of the codes, with nobody where a code is
// missing. A count of another code is left out.
func InOrder[Code ~string](counts []Count, codes []Code) []Count {
	by := map[string]Count{}
	for _, c := range counts {
		by[c.Code] = c
	}
	ordered := make([]Count, len(codes))
	for i, code := range codes {
		ordered[i] = by[string(code)]
		ordered[i].Code = string(code)
	}
	return ordered
}

// Share is part of whole, 0 to 1; 0 of nothing.
func Share(part, whole int) float64 {
	if whole == 0 {
		return 0
	}
	return float64(part) / float64(whole)
}
