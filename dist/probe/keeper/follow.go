package main

import (
	"time"

	"go-crash-guard/probe/internal/record"
)

// patience is how long each step of ending a run may take.
type patience struct {
	afterSignal time.Duration // for the command to end by itself
	afterLoss   time.Duration // the same when there is no supervisor left
	settling    time.Duration // for the shims to see their tests' end, large ones too, and to write it down once the command has ended
	afterKill   time.Duration // for the kernel to report the end of a killed command
}

func defaultPatience() patience {
	return patience{2 * time.Second, time.Second, 1500 * time.Millisecond, 2 * time.Second}
}

// follow waits for the command's end, obeys orders on the way and leaves no process behind when the run was cancelled or
// the command was killed. A command that exits leaves its orphans alone, as it would without a keeper.
func follow(run *family, orders <-chan order, wait patience) outcome {
	var result outcome
	var deadline, lost <-chan time.Time
	giveUp := func() {
		result.swept += run.sweep()
		deadline, lost = nil, time.After(wait.afterKill)
	}
	for {
		select {
		case result.end = <-run.ended:
			if result.cancelled != "" || result.end.Signal != nil {
				run.settle(wait.settling)
				result.swept += run.sweep()
			}
			return result
		case wanted := <-orders:
			if result.cancelled == "" {
				now := record.Moment(time.Now())
				result.cancelled, result.cancelledAt = string(wanted), &now
			}
			switch wanted {
			case interrupt, terminate:
				run.signal(wanted)
				deadline = time.After(wait.afterSignal)
			case supervisorGone:
				run.signal(terminate)
				deadline = time.After(wait.afterLoss)
			case kill:
				giveUp()
			}
		case <-deadline:
			giveUp()
		case <-lost:
			return result // stuck in the kernel: nothing more can be done, and the record says so
		}
	}
}
