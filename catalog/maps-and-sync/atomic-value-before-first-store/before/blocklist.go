// Package blocklist knows who must stay outside.
package blocklist

import "sync/atomic"

type List struct {
	names atomic.Value
}

func New() *List { return &List{} }

// Replace publishes a new list.
func (l *List) Replace(names ...string) {
	list := make(map[string]bool, len(names))
	for _, name := range names {
		list[name] = true
	}
	l.names.Store(list)
}

// Blocks says whether somebody is on the list.
func (l *List) Blocks(name string) bool {
	return l.names.Load().(map[string]bool)[name] //crash:blame
}
