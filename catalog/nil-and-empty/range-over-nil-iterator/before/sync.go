// Package sync finds out what has to be copied.
package sync

import "iter"

type Folder map[string]int

// Newer gives the names of files that are newer than in the other folder.
func (f Folder) Newer(than Folder) iter.Seq[string] {
	if len(f) == 0 {
		return nil
	}
	return func(yield func(string) bool) {
		for name, version := range f {
			if version > than[name] && !yield(name) {
				return
			}
		}
	}
}

func Copy(from, to Folder) (copied int) {
	for name := range from.Newer(to) { //crash:blame
		to[name] = from[name]
		copied++
	}
	return copied
}
