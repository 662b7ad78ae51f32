package doorlock

import (
	"testing"
	"testing/synctest"
)

func TestLockIsReleased(t *testing.T) {
	var lock Lock
	t.Cleanup(lock.Close)
	synctest.Test(t, func(t *testing.T) {
		lock.Unlock()
		if !lock.Open {
			t.Error("the door is locked")
		}
	})
}
