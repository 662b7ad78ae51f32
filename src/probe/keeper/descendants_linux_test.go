package main

import "testing"

func TestParseStat(t *testing.T) {
	for _, row := range []struct {
		text   string
		parent int
		alive  bool
	}{
		{"12 (go) S 7 12 12 0", 7, true},
		{"12 (a) b) (c) R 8 1", 8, true},
		{"12 (go) Z 7 12", 0, false},
		{"12 (go) X 7 12", 0, false},
		{"12 (go)", 0, false},
		{"", 0, false},
		{"12 (go) S x", 0, false},
	} {
		if parent, alive := parseStat([]byte(row.text)); parent != row.parent || alive != row.alive {
			t.Errorf("%q: %d %v", row.text, parent, alive)
		}
	}
}
