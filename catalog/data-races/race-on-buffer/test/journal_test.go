package journal

import "testing"

func TestNotesOfTwo(t *testing.T) {
	var journal Journal
	noted := make(chan struct{})
	go func() {
		defer close(noted)
		journal.Note("database connected")
	}()
	journal.Note("listening on port 80")
	<-noted
	if got := journal.Lines(); got != 2 {
		t.Fatalf("%d lines, want 2", got)
	}
}
