package wave

import "testing"

var recording = NewRecording(704)

func TestLastSample(t *testing.T) {
	if got := recording.Sample(recording.Len() - 1); got != 0 {
		t.Fatalf("silence sounds like %d", got)
	}
}
