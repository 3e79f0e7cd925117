package main

import (
	"embed"
	"flag"
	"fmt"
	"io/fs"
	"net/http"
	"os"
	"time"

	"fotfaste/internal/clock"
	"fotfaste/internal/web/chart"
	"fotfaste/internal/web/form"
	"fotfaste/internal/web/layout"
	"fotfaste/internal/web/locale"
	"fotfaste/internal/web/static"

	"github.com/goccy/go-yaml"
)

//go:embed *.gohtml
var templates embed.FS

//go:embed sample.*.yaml
var samples embed.FS

// sample is what the pages of the gallery show, written in each language.
type sample struct {
	Viewer   layout.Viewer
	Menu     []layout.Link
	Search   layout.Search
	Banner   layout.Banner
	Texts    map[string]string
	Head     layout.Head
	Tabs     layout.Tabs
	Todo     []layout.Todo
	Week     chart.WeekHours
	Ladder   chart.Ladder
	Bars     chart.Bars
	Line     chart.Line
	Flow     chart.Flow
	Events   []layout.Event
	Why      layout.Explanation
	People   []layout.Person
	Facts    []layout.Fact
	Stats    []layout.Stat
	Table    layout.Table
	Empty    layout.Empty
	Notices  []layout.Notice
	Confirm  layout.Confirm
	Actions  []layout.Action
	Options  []form.Option
	WeekPlan layout.Table
}

func read(p *locale.Printer) (sample, error) {
	name := "sample." + p.Tag() + ".yaml"
	raw, err := samples.ReadFile(name)
	if err != nil {
		raw, err = samples.ReadFile("sample.sv.yaml")
	}
	if err != nil {
		return sample{}, err
	}
	var s sample
	if err := yaml.UnmarshalWithOptions(raw, &s, yaml.Strict()); err != nil {
		return sample{}, fmt.Errorf("%s: %w", name, err)
	}
	s.Head.Ladder = chart.Steps(4)
	s.Table, s.WeekPlan = layout.NewTable(s.Table), layout.NewTable(s.WeekPlan)
	return s, nil
}

type body struct {
	sample
	Figures []chart.Figure
	Pages   *layout.Pages
}

func show(template string, wrong bool) layout.Handler {
	return func(w http.ResponseWriter, r *http.Request) error {
		p := layout.PrinterOf(r)
		s, err := read(p)
		if err != nil {
			return err
		}
		b := body{sample: s, Pages: layout.PagesOf(p, "/", nil, 2, 50, 412)}
		b.Figures = []chart.Figure{
			s.Week.Figure(p, s.Texts["week"]), s.Ladder.Figure(p, s.Texts["ladder"]),
			s.Line.Figure(p, s.Texts["line"]), s.Bars.Figure(p, s.Texts["bars"]),
			s.Flow.Figure(p, s.Texts["flow"]).With(s.Texts["note"]),
		}
		f := layout.BlankForm(r).Fill("hours", "12").Fill("belief", "3").Fill("track", "work")
		if wrong {
			f = layout.BlankForm(r).Fill("hours", "41").Fill("from", "26/11").Fill("words", "…")
			f.Text("goal", 1, 400)
			f.Text("words", 20, 2000)
			f.Int("hours", 0, 40)
			f.Day("from")
			f.Choice("track", "work")
			f.Choice("belief", "0")
		}
		frame := layout.FrameOf(r, "layout.name").With(f)
		frame.Title = s.Head.Title
		if template == "gallery/phone" {
			frame = frame.Alone()
		}
		return layout.Render(w, r, template, layout.Page[body]{Frame: frame, Body: b})
	}
}

// site is the gallery as a whole, for main and for its test.
func site(files *static.Files) (http.Handler, error) {
	sampleOf := func(p *locale.Printer) sample {
		s, err := read(p)
		if err != nil {
			panic(err) // a broken sample is answered with 500, and its test fails
		}
		return s
	}
	site, err := layout.New(layout.Options{
		Pages: map[string]fs.FS{"gallery": templates}, Static: files, Clock: clock.System{},
		Viewer: func(*http.Request) layout.Viewer { return sampleOf(locale.For(locale.Default)).Viewer },
		Menu:   func(_ layout.Viewer, p *locale.Printer) []layout.Link { return sampleOf(p).Menu },
		Search: func(_ layout.Viewer, p *locale.Printer) *layout.Search { s := sampleOf(p).Search; return &s },
		Banner: func(_ *http.Request, p *locale.Printer) *layout.Banner { b := sampleOf(p).Banner; return &b },
	})
	if err != nil {
		return nil, err
	}
	mux := http.NewServeMux()
	mux.Handle("GET /{$}", show("gallery/gallery", false))
	mux.Handle("GET /phone", show("gallery/phone", false))
	mux.Handle("GET /form", show("gallery/form", false))
	mux.Handle("GET /wrong", show("gallery/form", true))
	return site.Serve(mux), nil
}

func main() {
	addr := flag.String("addr", "127.0.0.1:8191", "where to serve")
	flag.Parse()
	if err := serve(*addr); err != nil {
		fmt.Fprintln(os.Stderr, "gallery:", err)
		os.Exit(1)
	}
}

func serve(addr string) error {
	files, err := static.Open()
	if err != nil {
		return err
	}
	handler, err := site(files)
	if err != nil {
		return err
	}
	fmt.Println("http://" + addr + "  /  /phone  /form  /wrong")
	server := &http.Server{Addr: addr, Handler: handler, ReadHeaderTimeout: 5 * time.Second}
	return server.ListenAndServe()
}
