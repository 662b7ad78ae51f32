package reminder

import (
	"testing"
	"time"
)

func fixTime(t *testing.T) {
	old := now
	now = func() time.Time { return time.Unix(0, 0) }
	t.Cleanup(func() {
		now = old //crash:blame
	})
}

func TestReminderIsSent(t *testing.T) {
	fixTime(t)
	mails := make(chan struct{}, 1)
	var reminder Reminder
	reminder.Send(func() { mails <- struct{}{} })
	<-mails
	// The goroutine comes to its end while the test looks at other things.
	time.Sleep(20 * time.Millisecond)
}
