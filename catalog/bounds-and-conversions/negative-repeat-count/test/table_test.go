package table

import "testing"

func TestLongNameInTable(t *testing.T) {
	for name, want := range map[string]string{"ada": "ada     7", "maximilian": "maximilian 7"} {
		if got := Row(name, 7); got != want {
			t.Errorf("row is %q, want %q", got, want)
		}
	}
}
