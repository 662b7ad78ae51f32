package plate

import "testing"

func TestUpperCaseConstant(t *testing.T) {
	if got := Normalise("b-gc 1927"); got != "B-GC 1927" {
		t.Fatalf("got %q", got)
	}
}
