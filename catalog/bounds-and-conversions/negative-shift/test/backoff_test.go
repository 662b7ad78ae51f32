package backoff

import "testing"

func TestFirstAttemptWaitsLeast(t *testing.T) {
	for attempt, want := range []int{1, 1, 2, 4} {
		if got := Seconds(attempt); got != want {
			t.Errorf("attempt %d waits %d s, want %d", attempt, got, want)
		}
	}
}
