// Package jobs runs the jobs of a queue.
package jobs

type Job struct{ Steps []func() }

func Run(job Job) int {
	for _, step := range job.Steps {
		step()
	}
	return len(job.Steps)
}
