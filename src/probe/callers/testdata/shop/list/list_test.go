package list

import "testing"

func TestMap(t *testing.T) {
	var l List[int]
	l.Push(1)
	Map(&l, func(n int) string { return double(n) })
}

func double(n int) string { return "" }
