package inbox

import (
	"testing"
	"testing/synctest"
)

func TestMessagesAreDelivered(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var inbox Inbox
		inbox.Deliver("hello")
		inbox.Deliver("how are you?")
		synctest.Wait()
		if got := inbox.Count(); got != 2 {
			t.Errorf("%d messages, want 2", got)
		}
	})
}
