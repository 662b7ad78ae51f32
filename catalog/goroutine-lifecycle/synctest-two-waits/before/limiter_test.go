package limiter

import (
	"testing"
	"testing/synctest"
	"time"
)

func TestOneRequestASecond(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		limiter := New()
		go func() {
			limiter.Take()
			synctest.Wait() //crash:blame
			limiter.Take()
		}()
		synctest.Wait()
		time.Sleep(time.Second)
		synctest.Wait()
		if free := len(limiter.slots); free != 0 {
			t.Errorf("%d slots are free, want 0", free)
		}
		time.Sleep(time.Second)
	})
}
