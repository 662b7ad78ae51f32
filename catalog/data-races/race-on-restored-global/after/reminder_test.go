package reminder

import (
	"testing"
	"time"
)

func fixTime(t *testing.T) {
	old := now
	now = func() time.Time { return time.Unix(0, 0) }
	t.Cleanup(func() {
		now = old
	})
}

func TestReminderIsSent(t *testing.T) {
	fixTime(t)
	mails := make(chan struct{}, 1)
	var reminder Reminder
	t.Cleanup(reminder.Close)
	reminder.Send(func() { mails <- struct{}{} })
	<-mails
}
