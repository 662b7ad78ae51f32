// Package chain runs jobs that lead to other jobs.
package chain

import "sync"

// Job returns the job that follows it, or nil.
type Job func() Job

type Runner struct {
	busy sync.WaitGroup
	done int
}

// Start runs the job and all that follow.
func (r *Runner) Start(job Job) {
	r.busy.Add(1)
	go func() {
		for job != nil {
			next := job()
			r.done++
			r.busy.Done()
			if next != nil {
				r.busy.Add(1)
			}
			job = next
		}
	}()
}

// Flush waits for all jobs and returns how many there were.
func (r *Runner) Flush() int {
	r.busy.Wait() //crash:blame
	return r.done
}
