// Package queue hands jobs to a worker.
package queue

import (
	"errors"
	"sync"
)

var ErrClosed = errors.New("queue: closed")

type Queue struct {
	mu     sync.Mutex
	closed bool
	jobs   chan string
}

func New(size int) *Queue { return &Queue{jobs: make(chan string, size)} }

// Submit queues a job.
func (q *Queue) Submit(job string) error {
	q.mu.Lock()
	defer q.mu.Unlock()
	if q.closed {
		return ErrClosed
	}
	q.jobs <- job
	return nil
}

// Close ends the queue; the worker finishes what is in it.
func (q *Queue) Close() {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.closed = true
	close(q.jobs)
}

// Work runs until the queue is closed and empty.
func (q *Queue) Work(do func(job string)) {
	for job := range q.jobs {
		do(job)
	}
}
