// Package jobs runs the most urgent job first.
package jobs

import "container/heap"

type Job struct {
	Name    string
	Urgency int
}

type queue []Job

func (q queue) Len() int           { return len(q) }
func (q queue) Less(i, j int) bool { return q[i].Urgency > q[j].Urgency }
func (q queue) Swap(i, j int)      { q[i], q[j] = q[j], q[i] } //crash:blame
func (q *queue) Push(job any)      { *q = append(*q, job.(Job)) }

func (q *queue) Pop() any {
	last := (*q)[len(*q)-1]
	*q = (*q)[:len(*q)-1]
	return last
}

type Jobs struct{ queue queue }

func (j *Jobs) Add(job Job) { heap.Push(&j.queue, job) }

func (j *Jobs) Next() (Job, bool) {
	return heap.Pop(&j.queue).(Job), true
}
