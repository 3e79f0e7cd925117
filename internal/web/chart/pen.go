package chart

import (
	"fmt"
	"html/template"
	"strconv"
	"strings"
	"unicode/utf8"
)

// pen writes SVG. Everything that comes from outside passes escape; numbers have
// one decimal, so that golden files and pages are small and stable.
type pen struct {
	b      strings.Builder
	width  float64
	height float64
}

func drawn(id string, width float64, title, description string, draw func(*pen)) template.HTML {
	p := &pen{width: width}
	draw(p)
	head := fmt.Sprintf(`<svg class="ff-svg" viewBox="0 0 %s %s" role="img" aria-labelledby="%s-t %s-d"><title id="%s-t">%s</title><desc id="%s-d">%s</desc>`,
		n(p.width), n(p.height), escape(id), escape(id), escape(id), escape(title), escape(id), escape(description))
	return template.HTML(head + p.b.String() + "</svg>") // every part was escaped when it was written
}

func (p *pen) narrow() bool { return p.width < 500 }

// size is the size of ordinary text: a narrow picture is shown nearly at its own
// size, a wide one is often enlarged.
func (p *pen) size() float64 {
	if p.narrow() {
		return 14
	}
	return 14.5
}

func (p *pen) down(to float64) { p.height = max(p.height, to) }

func (p *pen) rect(x, y, w, h, radius float64, class string) {
	fmt.Fprintf(&p.b, `<rect x="%s" y="%s" width="%s" height="%s" rx="%s" class="%s"/>`, n(x), n(y), n(max(w, 0)), n(h), n(radius), class)
	p.down(y + h)
}

func (p *pen) line(x1, y1, x2, y2 float64, class string) {
	fmt.Fprintf(&p.b, `<path d="M%s %sL%s %s" class="%s"/>`, n(x1), n(y1), n(x2), n(y2), class)
}

func (p *pen) path(d, class string) { fmt.Fprintf(&p.b, `<path d="%s" class="%s"/>`, d, class) }

func (p *pen) dot(x, y, r float64, class string) {
	fmt.Fprintf(&p.b, `<circle cx="%s" cy="%s" r="%s" class="%s"/>`, n(x), n(y), n(r), class)
}

type anchor string

const (
	start  anchor = "start"
	middle anchor = "middle"
	end    anchor = "end"
)

func (p *pen) text(x, y, size float64, at anchor, class, text string) {
	if class != "" {
		class = ` class="` + class + `"`
	}
	fmt.Fprintf(&p.b, `<text x="%s" y="%s" font-size="%s" text-anchor="%s"%s>%s</text>`, n(x), n(y), n(size), at, class, escape(text))
	p.down(y + size*0.4)
}

// fits tells whether the text has room. Inter's letters are on average 0.56 of
// their size wide, a little more when strong; too careful is better than cut.
func fits(text string, size, width float64) bool { return long(text, size) <= width }

// plain is the width of text that is not strong.
func plain(text string, size float64) float64 {
	return float64(utf8.RuneCountInString(text)) * size * 0.52
}

func long(text string, size float64) float64 {
	return float64(utf8.RuneCountInString(text)) * size * 0.58
}

// cut shortens the text to its room, with an ellipsis; the table has it whole.
func cut(text string, size, width float64) string {
	runes := []rune(text)
	if plain(text, size) <= width {
		return text
	}
	room := int(width/(size*0.52)) - 1
	if room < 1 {
		return ""
	}
	return strings.TrimRight(string(runes[:min(room, len(runes))]), " ·,") + "…"
}

func n(x float64) string {
	s := strconv.FormatFloat(x, 'f', 1, 64)
	return strings.TrimSuffix(s, ".0")
}

func escape(text string) string { return template.HTMLEscapeString(text) }
