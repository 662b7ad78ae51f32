package doorlock

import (
	"testing"
	"testing/synctest"
)

func TestLockIsReleased(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var lock Lock
		t.Cleanup(lock.Close)
		lock.Unlock()
		if !lock.Open {
			t.Error("the door is locked")
		}
	})
}
