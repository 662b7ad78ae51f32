package retry

import "testing"

func TestManyRetries(t *testing.T) {
	for attempt := 0; attempt < 100; attempt++ {
		if delay := Delay(attempt); delay < 0 {
			t.Fatalf("attempt %d waits %v", attempt, delay)
		}
	}
}
