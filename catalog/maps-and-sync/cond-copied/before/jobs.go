// Package jobs hands out work.
package jobs

import "sync"

type Board struct {
	added sync.Cond
	jobs  []string
	owner string
}

func New(mu *sync.Mutex) *Board {
	b := &Board{}
	b.added.L = mu
	return b
}

// WithOwner says who watches the board.
func (b Board) WithOwner(name string) *Board {
	b.owner = name
	return &b
}

func (b *Board) Add(job string) {
	b.added.L.Lock()
	defer b.added.L.Unlock()
	b.jobs = append(b.jobs, job)
	b.added.Signal() //crash:blame
}

// Take waits for a job.
func (b *Board) Take() string {
	b.added.L.Lock()
	defer b.added.L.Unlock()
	for len(b.jobs) == 0 {
		b.added.Wait()
	}
	job := b.jobs[0]
	b.jobs = b.jobs[1:]
	return job
}
