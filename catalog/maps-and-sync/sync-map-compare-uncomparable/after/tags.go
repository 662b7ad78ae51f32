// Package tags keeps the tags of articles.
package tags

import "sync"

type Store struct {
	tags sync.Map
}

// Add adds a tag to an article, whoever else does the same meanwhile.
func (s *Store) Add(article, tag string) {
	for {
		known, found := s.tags.LoadOrStore(article, &[]string{tag})
		if !found {
			return
		}
		old := known.(*[]string)
		more := append(append([]string{}, *old...), tag)
		if s.tags.CompareAndSwap(article, old, &more) {
			return
		}
	}
}

func (s *Store) Of(article string) []string {
	known, found := s.tags.Load(article)
	if !found {
		return nil
	}
	return *known.(*[]string)
}
