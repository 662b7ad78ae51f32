package syslog

import "testing"

func TestLine(t *testing.T) {
	for i := 0; i < 8; i++ {
		if got := Line("disk is almost full"); got != 23 {
			t.Fatalf("%d bytes logged, want 23", got)
		}
	}
}
