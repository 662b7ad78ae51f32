package countdown

import (
	"testing"
	"time"
)

func TestCountdownWithoutCallback(t *testing.T) {
	Countdown{}.Start(time.Millisecond)
	time.Sleep(time.Second)
}
