package reminder

import (
	"testing"
	"testing/synctest"
	"time"
)

func TestReminderComesOnce(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		t.Parallel() //crash:blame
		sent := 0
		After(time.Hour, func() { sent++ })
		time.Sleep(2 * time.Hour)
		synctest.Wait()
		if sent != 1 {
			t.Errorf("%d reminders", sent)
		}
	})
}
