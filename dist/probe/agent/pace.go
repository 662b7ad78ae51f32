package agent

import crashGuardTime "time"

const (
	// While memory grows, so many looks are wanted before it reaches the threshold,
	crashGuardLooksAhead = 4
	// but none sooner after the other than this.
	crashGuardShortestDelay = 5 * crashGuardTime.Millisecond
)

// crashGuardPace says how long the next look at the memory can wait. Growth is in bytes a nanosecond.
type crashGuardPace struct {
	at       crashGuardTime.Duration
	level    crashGuardTaken
	resident uint64

	levelGrowth, residentGrowth float64
}

// next takes the present level and our own resident memory, and how far both are from where a snapshot is due. It returns
// at most longest.
func (p *crashGuardPace) next(now crashGuardTime.Duration, level crashGuardTaken, resident, toLevel, toResident uint64,
	longest crashGuardTime.Duration) crashGuardTime.Duration {
	elapsed := now - p.at
	switch {
	case p.at == 0: // the first look
		p.at, p.level, p.resident = now, level, resident
	case elapsed >= crashGuardTime.Millisecond:
		p.residentGrowth = crashGuardGrowth(p.residentGrowth, p.resident, resident, elapsed)
		if level.strict == p.level.strict {
			p.levelGrowth = crashGuardGrowth(p.levelGrowth, p.level.bytes, level.bytes, elapsed)
		}
		// What we add is added to the level, also when the last two levels cannot be compared.
		if p.levelGrowth < p.residentGrowth {
			p.levelGrowth = p.residentGrowth
		}
		p.at, p.level, p.resident = now, level, resident
	}
	if p.levelGrowth <= 0 {
		return longest
	}
	left := crashGuardReach(toLevel, p.levelGrowth)
	if own := crashGuardReach(toResident, p.residentGrowth); own > left {
		left = own
	}
	left /= crashGuardLooksAhead
	switch {
	case left >= float64(longest):
		return longest
	case left <= float64(crashGuardShortestDelay):
		return crashGuardShortestDelay
	}
	return crashGuardTime.Duration(left)
}

// crashGuardGrowth is the growth since the last look. Where it paused, half of what it was before: a collection or another
// process may have held it up for a moment.
func crashGuardGrowth(before float64, from, to uint64, elapsed crashGuardTime.Duration) float64 {
	growth := 0.0
	if to > from {
		growth = float64(to-from) / float64(elapsed)
	}
	if before /= 2; growth < before && before > 1e-5 { // 10 kB a second are none
		return before
	}
	return growth
}

// crashGuardReach is the time, in nanoseconds, in which growth covers a distance.
func crashGuardReach(distance uint64, growth float64) float64 {
	const never = 1e18
	switch {
	case distance == 0:
		return 0
	case growth <= 0:
		return never
	}
	return float64(distance) / growth
}
