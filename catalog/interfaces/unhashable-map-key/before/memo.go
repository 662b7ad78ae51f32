// Package memo remembers what functions have returned.
package memo

type Memo struct {
	Calls int
	known map[any]int
}

func (m *Memo) Call(f func(any) int, argument any) int {
	if result, ok := m.known[argument]; ok { //crash:blame
		return result
	}
	if m.known == nil {
		m.known = make(map[any]int)
	}
	m.Calls++
	m.known[argument] = f(argument)
	return m.known[argument]
}
