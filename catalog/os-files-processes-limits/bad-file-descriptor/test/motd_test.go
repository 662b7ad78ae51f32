//go:build unix

package motd

import "testing"

func TestMessageTwice(t *testing.T) {
	for i := 0; i < 2; i++ {
		if got, want := Message(), "Maintenance on Sunday.\n"; got != want {
			t.Fatalf("message %q, want %q", got, want)
		}
	}
}
