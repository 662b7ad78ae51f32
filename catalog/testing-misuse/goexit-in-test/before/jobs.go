// Package jobs runs the jobs of a queue.
package jobs

import "runtime"

type Job struct{ Steps []func() }

func Run(job Job) int {
	if len(job.Steps) == 0 {
		runtime.Goexit() //crash:blame
	}
	for _, step := range job.Steps {
		step()
	}
	return len(job.Steps)
}
