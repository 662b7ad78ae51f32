package watchdog

import (
	"testing"
	"time"
)

func TestWatchdogIsFedLate(t *testing.T) {
	dog := New(time.Millisecond)
	dog.Expired()
	dog.Feed()
	dog.Expired()
}
