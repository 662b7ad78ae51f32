package main

import (
	"math/rand"
	"time"
)

// perturber disturbs the scheduling of a test binary from outside, so that its threads meet in ways that they rarely do by
// themselves. It adds nothing that an operating system may not do at any moment, and nothing of it stays: neither on the process
// nor on those that it starts meanwhile.
type perturber struct {
	target  disturbed
	random  *rand.Rand
	stop    chan struct{}
	stopped chan struct{}
}

// disturbed is a process whose scheduling can be changed and put back. Each change lasts until release.
type disturbed interface {
	crowd(random *rand.Rand)                         // all threads on one processor
	scatter(random *rand.Rand)                       // each thread on a processor of its own choice
	starve(random *rand.Rand, lasting time.Duration) // some threads behind all others
	pause() bool                                     // the whole process, where it would not notice
	release()
	end() // after the last release
}

// startPerturbing begins when seed is not 0 and the system knows how. The result is nil where there is nothing to stop.
func startPerturbing(seed int64, pid int) *perturber {
	if seed == 0 {
		return nil
	}
	target := disturb(pid)
	if target == nil {
		return nil
	}
	p := &perturber{target, rand.New(rand.NewSource(seed)), make(chan struct{}), make(chan struct{})}
	go p.run()
	return p
}

func (p *perturber) run() {
	defer close(p.stopped)
	defer p.target.end()
	defer p.target.release()
	for {
		lasting := p.disturbOnce()
		over := p.wait(lasting)
		p.target.release()
		if over || p.wait(p.between(time.Millisecond, 8*time.Millisecond)) {
			return
		}
	}
}

// disturbOnce says for how long the change is to last. Go gives a goroutine 10 ms and the kernel a thread a few: what
// changes in this order of time cuts into both.
func (p *perturber) disturbOnce() time.Duration {
	lasting := p.between(2*time.Millisecond, 12*time.Millisecond)
	switch choice := p.random.Intn(10); {
	case choice < 2:
		p.target.crowd(p.random)
	case choice < 3:
		p.target.scatter(p.random)
	case choice < 9:
		p.target.starve(p.random, lasting)
	default:
		if !p.target.pause() {
			return 0
		}
		return p.between(time.Millisecond, 4*time.Millisecond)
	}
	return lasting
}

func (p *perturber) between(least, most time.Duration) time.Duration {
	return least + time.Duration(p.random.Int63n(int64(most-least)))
}

// wait reports whether it is over.
func (p *perturber) wait(duration time.Duration) bool {
	clock := time.NewTimer(duration)
	defer clock.Stop()
	select {
	case <-p.stop:
		return true
	case <-clock.C:
		return false
	}
}

// finish must be called before the process is reaped: until then its id is its own.
func (p *perturber) finish() {
	if p == nil {
		return
	}
	close(p.stop)
	<-p.stopped
}

// perturbation is the seed; 0 where the child is not the test binary itself, or is looked at more closely.
func (j job) perturbation() int64 {
	if j.call.wrapped() || !j.call.runsTests() || j.settings.Diagnose != "" {
		return 0
	}
	return j.settings.Perturb
}
