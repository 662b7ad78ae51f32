package agent

import crashGuardTime "time"

// Where the machine is busy, time passes of which the process has nothing: the naps go on until it has had as much of a processor, but no
// longer than this.
const crashGuardPatience = 20 * crashGuardTime.Millisecond

// crashGuardRest is the time that goroutines get to come to rest.
type crashGuardRest struct {
	began crashGuardTime.Time
	used  crashGuardTime.Duration // of the processors, before it began
	known bool
}

func crashGuardBeginRest() crashGuardRest {
	used, known := crashGuardProcessorTime()
	return crashGuardRest{crashGuardTime.Now(), used, known}
}

// over is asked after the last nap that there is where no time is lost.
func (r *crashGuardRest) over() bool {
	used, _ := crashGuardProcessorTime()
	return !r.known || used-r.used > crashGuardNaps*crashGuardNap || crashGuardTime.Since(r.began) >= crashGuardPatience
}
