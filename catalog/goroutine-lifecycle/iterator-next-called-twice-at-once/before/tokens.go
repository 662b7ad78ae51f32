// Package tokens reads words one at a time.
package tokens

import "iter"

type Reader struct {
	next func() (string, bool)
	stop func()
	// Hook is told of each word before it is returned.
	Hook func(word string)
}

func New(words ...string) *Reader {
	r := &Reader{}
	r.next, r.stop = iter.Pull(func(yield func(string) bool) {
		for _, word := range words {
			if r.Hook != nil {
				r.Hook(word)
			}
			if !yield(word) {
				return
			}
		}
	})
	return r
}

// Next returns the next word.
func (r *Reader) Next() (string, bool) {
	return r.next() //crash:blame
}

func (r *Reader) Close() { r.stop() }
