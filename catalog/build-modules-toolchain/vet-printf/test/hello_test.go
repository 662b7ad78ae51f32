package hello

import "testing"

func TestHello(t *testing.T) {
	if got := To("Ada"); got != "Hello Ada" {
		t.Errorf("the greeting is %q", got)
	}
}
