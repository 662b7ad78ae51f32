package uploads

import (
	"testing"
	"testing/synctest"
	"time"
)

func TestUploadsEnd(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var uploads Uploads
		start := time.Now()
		uploads.Begin(time.Hour)
		uploads.Begin(2 * time.Hour)
		uploads.Drain()
		if took := time.Since(start); took != 2*time.Hour {
			t.Errorf("drained after %v, want 2h", took)
		}
	})
}
