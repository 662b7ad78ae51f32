package state

import "testing"

func TestEveryStateHasAName(t *testing.T) {
	for state, want := range []string{"Orders: open", "Orders: paid", "Orders: sent", "Orders: returned"} {
		if got := Title(State(state)); got != want {
			t.Errorf("title is %q, want %q", got, want)
		}
	}
	if got, want := Title(99), "Orders: State(99)"; got != want {
		t.Errorf("title is %q, want %q", got, want)
	}
}
