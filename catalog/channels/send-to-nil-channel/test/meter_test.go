package meter

import "testing"

func TestMeterRecords(t *testing.T) {
	m := New()
	m.Record(1.5)
	m.Record(2)
	if got := m.Close(); got != 3.5 {
		t.Fatalf("got %v, want 3.5", got)
	}
}
