package jobs

import "testing"

func TestNextJobOfIdleQueue(t *testing.T) {
	var jobs Jobs
	jobs.Add(Job{"sweep", 1})
	jobs.Add(Job{"fire", 9})
	for _, want := range []string{"fire", "sweep"} {
		if job, ok := jobs.Next(); job.Name != want || !ok {
			t.Errorf("next job is %v, %v, want %s", job, ok, want)
		}
	}
	if job, ok := jobs.Next(); ok {
		t.Errorf("next job of the idle queue is %v", job)
	}
}
