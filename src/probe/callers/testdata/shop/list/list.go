// Package list is generic.
package list

// List holds anything.
type List[T any] struct{ items []T }

// Push adds to the end.
func (l *List[T]) Push(item T) { l.check(); l.items = append(l.items, item) }

func (l *List[T]) check() {}

// Map makes a list of another.
func Map[T, U any](l *List[T], f func(T) U) *List[U] {
	var made List[U]
	each(l, func(item T) { made.Push(f(item)) })
	return &made
}

func each[T any](l *List[T], f func(T)) {
	for _, item := range l.items {
		f(item)
	}
}
