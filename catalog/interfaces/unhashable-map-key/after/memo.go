// Package memo remembers what functions have returned.
package memo

import "fmt"

type Memo struct {
	Calls int
	known map[string]int
}

func (m *Memo) Call(f func(any) int, argument any) int {
	key := fmt.Sprintf("%#v", argument)
	if result, ok := m.known[key]; ok {
		return result
	}
	if m.known == nil {
		m.known = make(map[string]int)
	}
	m.Calls++
	m.known[key] = f(argument)
	return m.known[key]
}
