package calendar

import (
	"context"
	"testing"
)

func TestStopStartedSync(t *testing.T) {
	var sync Sync
	sync.Start(func(ctx context.Context) { <-ctx.Done() })
	sync.Stop()
}

func TestStopUnstartedSync(t *testing.T) {
	var sync Sync
	sync.Stop()
}
