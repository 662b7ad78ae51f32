package agent

import crashGuardDebug "runtime/debug"

const (
	// To list a goroutine and to go through its stack takes 5 µs, and for half of that the world stands still. More than so many are
	// listed once, whatever they are about to do; more than that are counted.
	crashGuardListOnce = 1000
	crashGuardListable = 3000
	// With less left below the ceiling nobody looks: the list, what is read out of it and the proof take some 20 MiB where nothing is
	// collected.
	crashGuardLeaksRoomLeast = 32 << 20
	// A proof takes a collection. Of so much memory it takes a few milliseconds; what may still run then could change the result.
	crashGuardQuickHeap = 16 << 20
	// Of so much it takes tens of them: too long where something may still run.
	crashGuardSteadyHeap = 128 << 20
)

// crashGuardLeaksRoom is what a look may take.
type crashGuardLeaksRoom struct {
	listBytes int  // 0: nothing
	quick     bool // a collection takes next to no time
	steady    bool // or not long
}

// room asks the ceiling and the limit that the process has set itself (GOMEMLIMIT).
func (l *crashGuardLeaks) room() crashGuardLeaksRoom {
	rss := crashGuardOpenRss()
	defer rss.close()
	gauges := crashGuardNewGauges(rss)
	reading := gauges.read(0)
	left := uint64(1 << 62)
	if l.conf.ceiling > 0 {
		level := crashGuardOpenLevel(l.conf)
		left = crashGuardRoom(l.conf.ceiling, level.read(&reading, 0).bytes)
		level.close()
	}
	if limit := crashGuardDebug.SetMemoryLimit(-1); limit >= 0 && reading.total >= reading.released {
		if own := crashGuardMissing(reading.total-reading.released, uint64(limit)); own < left {
			left = own
		}
	}
	room := crashGuardLeaksRoom{quick: reading.heap <= crashGuardQuickHeap, steady: reading.heap <= crashGuardSteadyHeap}
	if left < crashGuardLeaksRoomLeast {
		return room
	}
	room.listBytes = crashGuardListMost
	if share := left / crashGuardListShare; share < crashGuardListMost {
		room.listBytes = int(share)
	}
	return room
}
