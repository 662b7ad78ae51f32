package worker

import "testing"

func TestConfigure(t *testing.T) {
	Configure(Settings{Width: 640})
	if got := Width(); got != 640 {
		t.Fatalf("width %d, want 640", got)
	}
}
