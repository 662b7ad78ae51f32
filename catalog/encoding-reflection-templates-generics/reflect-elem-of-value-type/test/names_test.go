package letter

import "testing"

func TestNameOfValue(t *testing.T) {
	for _, kind := range []any{&Draft{}, Draft{}} {
		if got := Name(kind); got != "Draft" {
			t.Errorf("%v is called %s", kind, got)
		}
	}
}
