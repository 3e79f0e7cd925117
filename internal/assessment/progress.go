package assessment

// Progress is how far one section has come for a rater.
type Progress struct {
	Section  string
	Total    int // questions that the answers so far call for
	Done     int // of them answered
	Later    int // of them left for later
	Required int // of them required and not answered
}

// Progress is how far the rater has come, section by section. It can grow: an answer
// may call for new questions. Private questions count whoever is in the room, so that
// they are not forgotten.
func (in *Instrument) Progress(r Rater, answers Answers) []Progress {
	var all []Progress
	for _, s := range in.applying(r, answers) {
		p := Progress{Section: s.Code, Total: len(s.Questions)}
		for _, q := range s.Questions {
			switch a := answers[q.Code]; {
			case a.IsAnswered():
				p.Done++
				continue
			case a.Later:
				p.Later++
			}
			if q.Required {
				p.Required++
			}
		}
		all = append(all, p)
	}
	return all
}
