package main

import (
	"math/rand"
	"os"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// maxDisturbed bounds the work on a process with very many threads.
const maxDisturbed = 512

// linuxProcess is a process with what has been changed on it.
type linuxProcess struct {
	pid       int
	all       processorSet // as the process had them when it started
	numbers   []int
	pinned    bool
	nice      int         // as the process had it when it started
	starved   map[int]int // by thread, the niceness before
	occupier  occupier
	canLift   bool // whether what was lowered can be raised again
	isStopped bool
	born      born
	chosen    [2]processorSet   // processors that threads were bound to, in the last change and the one before
	ever      processorSet      // the same, in all changes
	looked    int               // the youngest of all processes up to which those that were born have been looked for
	unborn    map[int]time.Time // ids up to that one under which nobody was there yet, and when they were first looked for
}

func disturb(pid int) disturbed {
	all, ok := processorsOf(pid)
	if !ok {
		return nil
	}
	nice, ok := niceOf(pid)
	newest := newestID()
	return &linuxProcess{
		pid: pid, all: all, numbers: all.members(), nice: nice, occupier: newOccupier(), starved: map[int]int{},
		canLift: ok && canLiftPriority(), born: newBorn(pid), looked: newest, unborn: map[int]time.Time{},
	}
}

// threads are those of the process at this moment.
func (p *linuxProcess) threads() []int {
	folder, err := os.Open("/proc/" + strconv.Itoa(p.pid) + "/task")
	if err != nil {
		return nil
	}
	defer folder.Close()
	names, _ := folder.Readdirnames(maxDisturbed)
	threads := make([]int, 0, len(names))
	for _, name := range names {
		if number, err := strconv.Atoi(name); err == nil {
			threads = append(threads, number)
		}
	}
	return threads
}

func (p *linuxProcess) crowd(random *rand.Rand) {
	set := only(p.numbers[random.Intn(len(p.numbers))])
	p.pin(func() processorSet { return set })
}

func (p *linuxProcess) scatter(random *rand.Rand) {
	p.pin(func() processorSet { return only(p.numbers[random.Intn(len(p.numbers))]) })
}

// pin leaves alone a thread that has chosen its processors itself.
func (p *linuxProcess) pin(choose func() processorSet) {
	if !p.begin() {
		return
	}
	for _, thread := range p.threads() {
		if now, ok := processorsOf(thread); ok && now == p.all {
			p.bind(thread, choose())
		}
	}
}

// begin notes what there is before a change. There is none where processes that are born meanwhile could not be put right.
func (p *linuxProcess) begin() bool {
	if len(p.numbers) < 2 || p.looked == 0 {
		return false
	}
	p.chosen = [2]processorSet{{}, p.chosen[0]}
	p.pinned = true
	return true
}

func (p *linuxProcess) bind(thread int, set processorSet) {
	for i, word := range set {
		p.chosen[0][i] |= word
		p.ever[i] |= word
	}
	setProcessors(thread, set)
}

func (p *linuxProcess) starve(random *rand.Rand, lasting time.Duration) {
	if !p.canLift || !p.begin() {
		return
	}
	crowded := p.numbers[random.Intn(len(p.numbers))]
	p.occupier.occupy(crowded, lasting)
	for _, thread := range p.threads() {
		if now, ok := processorsOf(thread); !ok || now != p.all {
			continue
		}
		if random.Intn(2) == 0 {
			continue
		}
		// Bound first and released last: what is born in between is known by its processor.
		if nice, ok := niceOf(thread); ok && nice < lowestNice {
			p.bind(thread, only(crowded))
			if setNice(thread, lowestNice) {
				p.starved[thread] = nice
			}
		}
	}
}

// pause stops the process, unless it would see the SIGCONT that lets it go on.
func (p *linuxProcess) pause() bool {
	if !ignoresContinuation(readStart("/proc/"+strconv.Itoa(p.pid)+"/status", 8192)) {
		return false
	}
	p.isStopped = syscall.Kill(p.pid, syscall.SIGSTOP) == nil
	return p.isStopped
}

// ignoresContinuation reads the mask of caught signals: "SigCgt:\t0000000180000000" (man 5 proc_pid_status).
func ignoresContinuation(status string) bool {
	_, after, found := strings.Cut(status, "\nSigCgt:")
	line, _, _ := strings.Cut(after, "\n")
	digits := strings.TrimSpace(line)
	if len(digits) > 16 {
		digits = digits[len(digits)-16:] // MIPS has 128 signals
	}
	caught, err := strconv.ParseUint(digits, 16, 64)
	return found && err == nil && caught&(1<<(uint(syscall.SIGCONT)-1)) == 0
}
