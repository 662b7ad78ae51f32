package rates

import "testing"

func TestManyConversions(t *testing.T) {
	for i := 0; i < 60; i++ {
		if got := Convert(2, "NOK"); got != 16 {
			t.Fatalf("converted to %v, want 16", got)
		}
	}
}
