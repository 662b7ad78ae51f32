package scale

import "testing"

func TestScaleOfLargeAmount(t *testing.T) {
	if got, err := Scale(1<<63, 6, 12); got != 1<<62 || err != nil {
		t.Errorf("scaled to %d, %v", got, err)
	}
	if got, err := Scale(1<<63, 12, 6); err == nil {
		t.Errorf("scaled to %d, want an error", got)
	}
}
