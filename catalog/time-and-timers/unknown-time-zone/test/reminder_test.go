package reminder

import (
	"testing"
	"time"
)

func TestReminderForUser(t *testing.T) {
	if at, err := Morning(2024, time.May, 4, "CEST"); err == nil {
		t.Errorf("CEST is no zone, but morning is at %v", at)
	}
}
