package sie

import "strings"

// field is one field of a record.
type field struct {
	text   string
	plain  bool    // written without quotation marks
	list   bool    // between braces
	inside []field // of a list
}

// split takes a record apart: fields between spaces or tabs, texts between
// quotation marks, a list between braces. A backslash before a quotation mark makes
// it a part of the text; elsewhere it stands for itself. ok is false where a
// quotation mark or a brace is left open, or a control sign stands in the line.
func split(line string) (fields []field, ok bool) {
	s := splitter{rest: line}
	for {
		s.rest = strings.TrimLeft(s.rest, " \t")
		switch {
		case s.rest == "":
			return fields, true
		// A brace alone on its line opens or closes a voucher.
		case len(fields) == 0 && (s.rest[0] == '{' || s.rest[0] == '}'):
			if strings.Trim(s.rest[1:], " \t") != "" {
				return nil, false
			}
			return []field{{text: s.rest[:1], plain: true}}, true
		case s.rest[0] == '{':
			s.rest = s.rest[1:]
			list := field{list: true}
			for {
				s.rest = strings.TrimLeft(s.rest, " \t")
				if strings.HasPrefix(s.rest, "}") {
					s.rest = s.rest[1:]
					break
				}
				f, ok := s.one()
				if !ok {
					return nil, false
				}
				list.inside = append(list.inside, f)
			}
			fields = append(fields, list)
		default:
			f, ok := s.one()
			if !ok {
				return nil, false
			}
			fields = append(fields, f)
		}
	}
}

type splitter struct{ rest string }

// one is the next text, with or without quotation marks.
func (s *splitter) one() (field, bool) {
	if s.rest == "" || s.rest[0] == '{' || s.rest[0] == '}' {
		return field{}, false
	}
	if s.rest[0] != '"' {
		end := strings.IndexAny(s.rest, " \t{}\"")
		if end < 0 {
			end = len(s.rest)
		}
		f := field{text: s.rest[:end], plain: true}
		s.rest = s.rest[end:]
		return f, isLine(f.text)
	}
	var b strings.Builder
	for i := 1; i < len(s.rest); i++ {
		switch {
		case s.rest[i] == '"':
			s.rest = s.rest[i+1:]
			return field{text: b.String()}, isLine(b.String())
		case s.rest[i] == '\\' && i+1 < len(s.rest) && s.rest[i+1] == '"':
			b.WriteByte('"')
			i++
		default:
			b.WriteByte(s.rest[i])
		}
	}
	return field{}, false
}
