package static

import (
	"fmt"
	"math"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// pairs are the colours that stand on each other, with the contrast that WCAG 2.2
// AA asks for: 4.5 for text (1.4.3), 3 for edges and shapes that mean something (1.4.11).
var pairs = []struct {
	over, under string
	least       float64
}{
	{"ink", "paper", 4.5}, {"ink", "card", 4.5}, {"ink", "sunk", 4.5}, {"ink", "accent-soft", 4.5}, {"ink", "warm-soft", 4.5}, {"ink", "wrong-soft", 4.5},
	{"soft", "paper", 4.5}, {"soft", "card", 4.5}, {"soft", "sunk", 4.5}, {"soft", "warm-soft", 4.5}, {"soft", "accent-soft", 4.5}, {"soft", "wrong-soft", 4.5},
	{"accent", "paper", 4.5}, {"accent", "card", 4.5}, {"accent", "sunk", 4.5}, {"accent", "accent-soft", 4.5}, {"accent", "warm-soft", 4.5}, {"accent", "wrong-soft", 4.5},
	{"on-accent", "accent", 4.5}, {"on-accent", "accent-strong", 4.5}, {"on-hero", "hero", 4.5}, {"paper", "ink", 4.5},
	{"warm", "card", 4.5}, {"warm", "paper", 4.5}, {"warm", "warm-soft", 4.5},
	{"sky", "card", 4.5}, {"sky", "sky-soft", 4.5}, {"plum", "card", 4.5}, {"plum", "plum-soft", 4.5},
	{"social", "card", 4.5}, {"social", "social-soft", 4.5}, {"wrong", "card", 4.5}, {"wrong", "paper", 4.5}, {"wrong", "wrong-soft", 4.5},
	{"on-fill", "accent", 4.5}, {"on-fill", "sky", 4.5}, {"on-fill", "plum", 4.5}, {"on-fill", "social", 4.5}, {"on-fill", "warm", 4.5}, {"on-fill", "wrong", 4.5},
	{"edge", "card", 3}, {"edge", "paper", 3}, {"edge", "sunk", 3},
}

var token = regexp.MustCompile(`--ff-([a-z-]+):#([0-9a-f]{6})`)

func TestColoursHoldTheirContrast(t *testing.T) {
	source, err := os.ReadFile("../../../styles/tokens.css")
	if err != nil {
		t.Fatal(err)
	}
	light, dark, found := strings.Cut(string(source), "@media (prefers-color-scheme:dark)")
	if !found {
		t.Fatal("no dark colours")
	}
	for scheme, text := range map[string]string{"light": light, "dark": dark} {
		colours := map[string]float64{}
		for _, m := range token.FindAllStringSubmatch(text, -1) {
			colours[m[1]] = luminance(t, m[2])
		}
		for _, p := range pairs {
			over, one := colours[p.over]
			under, two := colours[p.under]
			if !one || !two {
				t.Errorf("%s: no colour %s or %s", scheme, p.over, p.under)
				continue
			}
			if got := contrast(over, under); got < p.least {
				t.Errorf("%s: %s on %s has %.2f:1, want %.1f:1", scheme, p.over, p.under, got, p.least)
			}
		}
	}
}

func luminance(t *testing.T, hex string) float64 {
	t.Helper()
	var sum float64
	for i, weight := range []float64{0.2126, 0.7152, 0.0722} {
		v, err := strconv.ParseUint(hex[2*i:2*i+2], 16, 8)
		if err != nil {
			t.Fatal(fmt.Errorf("#%s: %w", hex, err))
		}
		c := float64(v) / 255
		if c <= 0.04045 {
			c /= 12.92
		} else {
			c = math.Pow((c+0.055)/1.055, 2.4)
		}
		sum += weight * c
	}
	return sum
}

func contrast(a, b float64) float64 { return (max(a, b) + 0.05) / (min(a, b) + 0.05) }
