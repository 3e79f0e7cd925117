// Package layout is the frame around every page and the manners of the site: the
// base template and its parts, the chain that every request passes, how a refusal
// becomes a page, and the helpers that a page action is written with.
//
// What may enter: what all pages share. No page of a role, no rule, no SQL.
//
// # How to write a page
//
// One action is three files with one stem in internal/web/<role>/: plan_agree.go,
// plan_agree.gohtml and plan_agree_test.go. The role's pages are methods of its
// Pages struct, which holds casework; pages.go embeds *.gohtml as Templates.
//
//	type planAgree struct { // what the template sees: typed, never a map
//		Head  layout.Head
//		Hours chart.WeekHours
//		Goal  string
//	}
//
//	func (p *Pages) planAgreeShow(w http.ResponseWriter, r *http.Request) error {
//		return p.showPlanAgree(w, r, layout.BlankForm(r))
//	}
//
//	func (p *Pages) planAgree(w http.ResponseWriter, r *http.Request) error {
//		f := layout.ReadForm(r)
//		command := casework.AgreePlan{Once: f.Once(), Version: f.Version(), Words: f.Text("words", 0, 2000)}
//		err := f.Err()
//		if err == nil {
//			err = p.casework.AgreePlan(r.Context(), actor, command)
//		}
//		switch {
//		case f.Take(err): // wrong input: the page again, 422, everything typed still there
//			return p.showPlanAgree(w, r, f)
//		case err != nil: // any other refusal: its own page and status
//			return layout.Onward(err, "/worker/plan/"+id)
//		}
//		return layout.Done(w, r, "/worker/plan/"+id, "worker.plan_agree.done")
//	}
//
//	func (p *Pages) showPlanAgree(w http.ResponseWriter, r *http.Request, f *form.Form) error {
//		… load through casework; an error is just returned …
//		frame := layout.FrameOf(r, "worker.plan_agree.title", "Name", name).With(f)
//		return layout.Render(w, r, "worker/plan_agree", layout.Page[planAgree]{Frame: frame, Body: body})
//	}
//
// The template begins with {{define "main"}}. Texts are {{.Text "key" "Name" value}},
// inside a range {{$.Text …}}; dates and amounts {{$.ShortDay .On}}, {{$.Kronor .Sum}}.
// The frame shows the summary of errors and the flash message by itself.
//
//	{{define "main"}}
//	{{template "head" .Body.Head}}
//	<div class="ff-grid"><div class="ff-col">
//	<section class="ff-card"><h2>{{.Text "worker.plan_agree.heading"}}</h2>
//	<form method="post">{{template "hidden" .Form}}
//	  {{template "field" (((.Form.AreaField "words" "worker.plan_agree.words" 4).Optional).Limit 2000)}}
//	  <div class="ff-actions"><button class="ds-button">{{.Text "worker.plan_agree.send"}}</button></div>
//	</form></section>
//	</div></div>
//	{{end}}
//
// Parts, each given the type of the same name from parts.go: head, tags, actions,
// action, todo, empty, table (from NewTable), tabs, events, explanation, pages,
// stats, facts, people, notice, confirm, figure (from package chart). A card is
// <section class="ff-card">; two columns are ff-grid with two ff-col. What several
// pages of a role share stands in part_<name>.gohtml beside them.
//
// Nothing inline: no style or on… attribute, no script; the policy forbids it. A
// sign-in that leaves for another site starts with a link, not a form.
//
// The test renders the page full and empty in every language with
// pagetest.Show, and walks the action with pagetest.Bench.
package layout
