// Package queue hands jobs to a worker.
package queue

import "errors"

var ErrClosed = errors.New("queue: closed")

type Queue struct {
	jobs chan string
}

func New(size int) *Queue { return &Queue{jobs: make(chan string, size)} }

// Submit queues a job.
func (q *Queue) Submit(job string) error {
	q.jobs <- job //crash:blame
	return nil
}

// Close ends the queue; the worker finishes what is in it.
func (q *Queue) Close() { close(q.jobs) }

// Work runs until the queue is closed and empty.
func (q *Queue) Work(do func(job string)) {
	for job := range q.jobs {
		do(job)
	}
}
