// Package pager groups lines into pages.
package pager

import "iter"

type Pager struct{ flush func() }

func (p *Pager) Pages(lines []string, size int) iter.Seq[[]string] {
	return func(yield func([]string) bool) {
		for len(lines) >= size {
			if !yield(lines[:size]) {
				return
			}
			lines = lines[size:]
		}
		p.flush = func() { yield(lines) }
	}
}

func Count(lines []string, size int) int {
	var pager Pager
	pages := 0
	for range pager.Pages(lines, size) { //crash:blame
		pages++
	}
	pager.flush()
	return pages
}
