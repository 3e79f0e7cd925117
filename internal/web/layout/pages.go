package layout

import (
	"net/url"
	"strconv"

	"fotfaste/internal/web/locale"
)

// PagesOf is the way through a list of total rows shown size at a time, at page
// (from 1). The address is the list's own; its query is kept but for the page. It
// is nil when everything fits on one page.
//
//	body.Pages = layout.PagesOf(p, "/worker/participants", f.Query(), page, 50, total)
func PagesOf(p *locale.Printer, address string, query url.Values, page, size, total int) *Pages {
	last := max((total+size-1)/size, 1)
	page = min(max(page, 1), last)
	if last == 1 {
		return nil
	}
	out := &Pages{
		Name:  p.Text("layout.pages"),
		Label: p.Text("layout.page_now", "Page", page, "Of", last),
		Count: p.Text("layout.rows", "Count", total),
	}
	to := func(n int) string {
		q := url.Values{}
		for name, values := range query {
			q[name] = values
		}
		q.Set("page", strconv.Itoa(n))
		return address + "?" + q.Encode()
	}
	if page > 1 {
		out.Previous = &Link{Text: p.Text("layout.page_previous"), Href: to(page - 1)}
	}
	if page < last {
		out.Next = &Link{Text: p.Text("layout.page_next"), Href: to(page + 1)}
	}
	return out
}
