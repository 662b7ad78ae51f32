package main

import (
	"syscall"
	"time"
)

func (p *linuxProcess) release() {
	if p.isStopped {
		p.isStopped = false
		_ = syscall.Kill(p.pid, syscall.SIGCONT)
	}
	p.occupier.rest()
	if !p.pinned && len(p.starved) == 0 {
		return
	}
	// What was started in the meantime was born with what its parent had. More than a few rounds are not needed: only what is
	// still bound or lowered has such children.
	for rounds := 0; rounds < 10; rounds++ {
		threads, children := p.releaseThreads(), p.releaseBorn()
		if !threads && !children {
			break
		}
	}
	p.pinned = false
	p.starved = map[int]int{}
}

// releaseThreads reports whether there was anything to do.
func (p *linuxProcess) releaseThreads() bool {
	changed := false
	for _, thread := range p.threads() {
		if nice, ok := niceOf(thread); len(p.starved) > 0 && ok && nice == lowestNice {
			before, known := p.starved[thread]
			if !known {
				before = p.nice
			}
			changed = setNice(thread, before) || changed
		}
		if now, ok := processorsOf(thread); p.pinned && ok && p.isBound(now) {
			setProcessors(thread, p.all)
			changed = true
		}
	}
	return changed
}

// longestBirth is how long an id is looked at under which nobody is: mostly that one has come and gone.
const longestBirth = 2 * time.Second

// releaseBorn puts right the processes, and their threads, that were born since the beginning, each when it is first seen. On a busy
// machine one may be born many changes after it got what its parent had then. What chooses a processor later is left alone.
func (p *linuxProcess) releaseBorn() bool {
	newest := newestID()
	for _, id := range p.born.since(p.looked, newest) {
		p.unborn[id] = time.Now()
	}
	if newest != 0 {
		p.looked = newest
	}
	changed := false
	for id, first := range p.unborn {
		now, ok := processorsOf(id)
		if !ok {
			if time.Since(first) > longestBirth {
				delete(p.unborn, id)
			}
			continue
		}
		delete(p.unborn, id)
		if !isOneOf(now, p.ever) || !p.born.isOurs(id) {
			continue
		}
		if nice, ok := niceOf(id); ok && p.canLift && nice == lowestNice {
			setNice(id, p.nice)
		}
		setProcessors(id, p.all)
		changed = true
	}
	return changed
}

// isBound tells whether it is one of the processors of the last two changes.
func (p *linuxProcess) isBound(now processorSet) bool {
	return isOneOf(now, p.chosen[0]) || isOneOf(now, p.chosen[1])
}

// isOneOf tells whether a set is one processor out of another.
func isOneOf(now, others processorSet) bool {
	if now.count() != 1 {
		return false
	}
	for i, word := range now {
		if word&^others[i] != 0 {
			return false
		}
	}
	return true
}

// lastBirth is longer than a process takes to be born.
const lastBirth = 2 * time.Millisecond

func (p *linuxProcess) end() {
	p.occupier.end()
	if p.looked != 0 {
		time.Sleep(lastBirth)
		p.releaseBorn()
	}
}
