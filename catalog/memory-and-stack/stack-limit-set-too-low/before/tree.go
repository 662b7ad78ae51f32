// Package tree measures the depth of a site's pages.
package tree

import "runtime/debug"

func init() { debug.SetMaxStack(64 << 10) }

type Page struct {
	Title    string
	Children []*Page
}

func (p *Page) Depth() int {
	depth := 0
	for _, child := range p.Children {
		depth = max(depth, child.Depth()) //crash:blame
	}
	return depth + 1
}
