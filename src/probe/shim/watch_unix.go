//go:build unix

package main

import (
	"os"
	"os/signal"
	"sync"
	"syscall"
	"time"

	"go-crash-guard/probe/internal/ending"
)

// watch hands signals on to the child and ends it when go test is gone.
type watch struct {
	parent  int
	arrived chan os.Signal

	mutex      sync.Mutex
	forwarded  []string
	parentGone bool
}

// newWatch catches signals from now on. SIGINT is caught and dropped: whoever sends it sends it to the whole process
// group, and the shim has to outlive the child. Nothing is set to be ignored, because the child would inherit that; what
// is ignored already (nohup) stays so, for the child as well.
func newWatch() *watch {
	w := &watch{parent: os.Getppid(), arrived: make(chan os.Signal, 16), forwarded: []string{}}
	for _, wanted := range []os.Signal{syscall.SIGTERM, syscall.SIGINT, syscall.SIGQUIT, syscall.SIGHUP, syscall.SIGUSR1, syscall.SIGUSR2} {
		if wanted == syscall.SIGTERM || !signal.Ignored(wanted) {
			signal.Notify(w.arrived, wanted)
		}
	}
	return w
}

// begin starts to act on signals, those that came before the child included.
func (w *watch) begin(child *os.Process) {
	go func() {
		for arrived := range w.arrived {
			w.handle(child, arrived.(syscall.Signal))
		}
	}()
	w.followParent(child)
}

func (w *watch) handle(child *os.Process, arrived syscall.Signal) {
	if w.checkParent(child) || arrived == syscall.SIGINT {
		return
	}
	if arrived == syscall.SIGTERM && w.parentIsGoing(child) {
		return
	}
	// Under the lock: who ends by it at once must not be recorded before it is noted.
	w.mutex.Lock()
	defer w.mutex.Unlock()
	if child.Signal(arrived) == nil { // else it has ended
		w.forwarded = append(w.forwarded, ending.SignalName(arrived))
	}
}

// parentIsGoing waits a moment: the kernel sends the SIGTERM for a parent's end when the thread that forked us ends, and the
// other threads of a go test that was killed may be there a little longer.
func (w *watch) parentIsGoing(child *os.Process) bool {
	for began := time.Now(); !w.checkParent(child); time.Sleep(5 * time.Millisecond) {
		waited := time.Since(began)
		if waited >= 5*time.Second || waited >= 50*time.Millisecond && !isDying(w.parent) {
			return false
		}
	}
	return true
}

// checkParent kills the child when go test is gone: nobody would ever read its result.
func (w *watch) checkParent(child *os.Process) bool {
	if os.Getppid() == w.parent {
		return false
	}
	w.mutex.Lock()
	defer w.mutex.Unlock()
	if child.Kill() == nil {
		w.parentGone = true
	}
	return true
}

// finish is called when the child has ended: the names of the signals it was handed, and whether it was killed because
// go test was gone.
func (w *watch) finish() (forwarded []string, parentGone bool) {
	w.mutex.Lock()
	defer w.mutex.Unlock()
	return w.forwarded, w.parentGone
}
