package layout

import (
	"fmt"
	"html/template"
	"text/template/parse"
)

// resolved tells whether every template that the page calls exists. html/template
// finds out only when somebody opens the page.
func resolved(t *template.Template) error {
	for _, part := range t.Templates() {
		if part.Tree == nil || part.Tree.Root == nil {
			continue
		}
		if missing := firstMissing(t, part.Tree.Root); missing != "" {
			return fmt.Errorf("%q calls the template %q, which does not exist", part.Name(), missing)
		}
	}
	return nil
}

func firstMissing(t *template.Template, node parse.Node) string {
	branch := func(b *parse.BranchNode) string {
		if missing := firstMissing(t, b.List); missing != "" || b.ElseList == nil {
			return missing
		}
		return firstMissing(t, b.ElseList)
	}
	switch n := node.(type) {
	case *parse.ListNode:
		for _, child := range n.Nodes {
			if missing := firstMissing(t, child); missing != "" {
				return missing
			}
		}
	case *parse.IfNode:
		return branch(&n.BranchNode)
	case *parse.RangeNode:
		return branch(&n.BranchNode)
	case *parse.WithNode:
		return branch(&n.BranchNode)
	case *parse.TemplateNode:
		if t.Lookup(n.Name) == nil {
			return n.Name
		}
	}
	return ""
}
