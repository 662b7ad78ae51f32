package spell

import "testing"

func TestWordWithUmlaut(t *testing.T) {
	for word, want := range map[string]string{"gopher": "g-o-p-h-e-r", "über": "ü-b-e-r"} {
		if got := Spell(word); got != want {
			t.Errorf("%s is spelt %q, want %q", word, got, want)
		}
	}
}
