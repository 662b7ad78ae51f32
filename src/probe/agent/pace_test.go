package agent

import (
	"testing"
	"time"
)

const mib = 1 << 20

// looks plays growth through a pace and returns when it looked. taken is what is used at a time, in bytes.
func looks(taken func(time.Duration) uint64, threshold uint64, end time.Duration) []time.Duration {
	var pace crashGuardPace
	var at []time.Duration
	for now := time.Millisecond; now < end; {
		at = append(at, now)
		bytes := taken(now)
		now += pace.next(now, crashGuardTaken{bytes: bytes}, bytes, crashGuardMissing(bytes, threshold), 0, 100*time.Millisecond)
	}
	return at
}

func steadily(perSecond float64) func(time.Duration) uint64 {
	return func(now time.Duration) uint64 { return uint64(perSecond * now.Seconds()) }
}

func TestLooksComeCloserBeforeTheThreshold(t *testing.T) {
	const threshold = 400 * mib
	for name, row := range map[string]struct {
		taken func(time.Duration) uint64
		reach time.Duration
	}{
		"200 MiB/s":         {steadily(200 * mib), 2 * time.Second},
		"1 GiB/s":           {steadily(1024 * mib), 390 * time.Millisecond},
		"after a long rest": {func(now time.Duration) uint64 { return steadily(300 * mib)(now - min(now, time.Hour)) }, time.Hour + 4*time.Second/3},
		"ever faster": {func(now time.Duration) uint64 {
			return uint64(25 * mib * now.Seconds() * now.Seconds())
		}, 4 * time.Second},
	} {
		t.Run(name, func(t *testing.T) {
			at := looks(row.taken, threshold, row.reach+time.Second)
			ahead, passed := 0, time.Duration(0)
			for i := 1; i < len(at); i++ {
				between := at[i] - at[i-1]
				if between < crashGuardShortestDelay || between > 100*time.Millisecond {
					t.Fatalf("%v after %v", between, at[i-1])
				}
				if between < 100*time.Millisecond && at[i] < row.reach {
					ahead++
				}
				if at[i] >= row.reach && passed == 0 {
					passed = at[i] - row.reach
				}
			}
			if ahead < crashGuardLooksAhead || passed > 15*time.Millisecond {
				t.Fatalf("%d closer looks before the threshold, the next one %v after it", ahead, passed)
			}
		})
	}
}

func TestLooksGoBackToNormalWhenGrowthStops(t *testing.T) {
	at := looks(func(now time.Duration) uint64 { return steadily(200 * mib)(min(now, 1900*time.Millisecond)) }, 400*mib, 4*time.Second)
	if last := at[len(at)-1] - at[len(at)-2]; last != 100*time.Millisecond {
		t.Fatalf("%v between the last looks", last)
	}
	if len(at) > 60 {
		t.Fatalf("%d looks in 4 s", len(at))
	}
}

func TestASteadyLevelIsLookedAtRarely(t *testing.T) {
	for _, level := range []uint64{10 * mib, 399 * mib, 500 * mib} {
		at := looks(func(time.Duration) uint64 { return level }, 400*mib, 10*time.Second)
		if len(at) > 101 {
			t.Errorf("%d looks in 10 s at %d", len(at), level)
		}
	}
}

// The page cache has filled the group up, so that the usage gives way to what cannot be reclaimed; growth goes on.
func TestAChangeOfTheMeasureKeepsThePace(t *testing.T) {
	var pace crashGuardPace
	delay := time.Duration(0)
	for i, level := range []crashGuardTaken{{bytes: 700 * mib}, {bytes: 720 * mib}, {bytes: 100 * mib, strict: true}} {
		now, resident := time.Second+time.Duration(i)*100*time.Millisecond, uint64(50+20*i)*mib
		delay = pace.next(now, level, resident, crashGuardMissing(level.bytes, 150*mib), 0, 100*time.Millisecond)
	}
	if delay != 62500*time.Microsecond { // 50 MiB at 200 MiB/s are 250 ms
		t.Fatal(delay)
	}
}

// Others fill the ceiling; we are not asked what we hold until we have our share.
func TestWhoHasLittleIsInNoHurry(t *testing.T) {
	var pace crashGuardPace
	delay := time.Duration(0)
	for i := 0; i < 3; i++ {
		now := time.Second + time.Duration(i)*100*time.Millisecond
		delay = pace.next(now, crashGuardTaken{bytes: uint64(300+i) * mib}, 5*mib, 1*mib, 40*mib, 100*time.Millisecond)
	}
	if delay != 100*time.Millisecond {
		t.Fatal(delay)
	}
}

func min(a, b time.Duration) time.Duration {
	if a < b {
		return a
	}
	return b
}
