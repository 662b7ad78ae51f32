// Package pager groups lines into pages.
package pager

import "iter"

type Pager struct{}

func (p *Pager) Pages(lines []string, size int) iter.Seq[[]string] {
	return func(yield func([]string) bool) {
		for len(lines) >= size {
			if !yield(lines[:size]) {
				return
			}
			lines = lines[size:]
		}
		if len(lines) > 0 {
			yield(lines)
		}
	}
}

func Count(lines []string, size int) int {
	var pager Pager
	pages := 0
	for range pager.Pages(lines, size) {
		pages++
	}
	return pages
}
