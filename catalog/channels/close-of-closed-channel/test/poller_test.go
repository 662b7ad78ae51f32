package poller

import (
	"testing"
	"time"
)

func TestStopTwice(t *testing.T) {
	p := Start(time.Hour, func() {})
	defer p.Stop()
	p.Stop()
}
