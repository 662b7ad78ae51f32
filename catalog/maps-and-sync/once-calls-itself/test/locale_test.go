package locale

import "testing"

func TestDefaultLocale(t *testing.T) {
	if got := Translate("hello"); got != "hallo" {
		t.Fatalf("got %q, want hallo", got)
	}
}
