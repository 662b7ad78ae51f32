package round

import (
	"testing"
	"time"
)

func FuzzRound(f *testing.F) {
	f.Add(int64(90 * time.Second))
	f.Fuzz(func(t *testing.T, worked int64) {
		if worked > 0 && worked < int64(24*time.Hour) && int64(Up(time.Duration(worked))) < worked {
			t.Error("rounding up made it shorter")
		}
	})
}
