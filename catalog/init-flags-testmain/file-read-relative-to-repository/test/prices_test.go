package prices

import "testing"

func TestScrew(t *testing.T) {
	if got := Of("screw"); got != "0.12" {
		t.Fatalf("a screw costs %q", got)
	}
}
