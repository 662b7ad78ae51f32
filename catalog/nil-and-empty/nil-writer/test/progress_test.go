package progress

import "testing"

func TestPrintWithoutOutput(t *testing.T) {
	bar := Bar{Total: 3}
	if left := bar.Step(); left != 2 {
		t.Fatalf("%d steps left, want 2", left)
	}
}
