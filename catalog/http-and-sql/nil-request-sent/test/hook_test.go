package hook

import "testing"

func TestBadHookAddress(t *testing.T) {
	if err := Send("http://hooks.example/%zz", "sold"); err == nil {
		t.Error("a malformed address was used")
	}
}
