//go:build amd64 || arm64

package exittrace

import (
	"fmt"
	"os"
	"syscall"
)

// follower is the tracer of one process. All of it must run on the thread that started the process.
type follower struct {
	pid     int
	program string
	threads map[int]bool // those whose first stop was seen
	leaving map[int]bool // those of which the end was announced
	trace   Trace
	decided bool // exit was called for the whole process
}

func newFollower(pid int, program string) *follower {
	return &follower{pid: pid, program: program, threads: map[int]bool{}, leaving: map[int]bool{}, trace: newTrace()}
}

// Follow lets a process that was started to be traced (SysProcAttr.Ptrace) run to its end, on the thread that started it.
// Like wait4, it leaves nothing to wait for; atDeath is called right before that. Programs that the process starts are not
// traced. The exit of another program than this one, which the process may have become or be there to start, is nobody's
// question.
func Follow(pid int, program string, atDeath func()) (Trace, syscall.WaitStatus, syscall.Rusage, error) {
	f := newFollower(pid, program)
	status, usage, err := f.run(atDeath)
	switch {
	case err != nil:
	case f.trace.ExitCode == nil && f.trace.Problem == nil:
		f.trace.fail(unseen(status))
	case f.trace.ExitCode != nil && status.Exited():
		// Where threads leave one by one, it depends on the kernel whose code counts.
		code := status.ExitStatus()
		f.trace.ExitCode = &code
	}
	return f.trace, status, usage, err
}

func unseen(status syscall.WaitStatus) string {
	if status.Signaled() {
		return fmt.Sprintf("nothing called exit: the process was ended by signal %d (%s)", int(status.Signal()), status.Signal())
	}
	return "the call that ended the process was not seen"
}

func (f *follower) run(atDeath func()) (syscall.WaitStatus, syscall.Rusage, error) {
	for {
		var status syscall.WaitStatus
		var usage syscall.Rusage
		thread, dead, err := nextEvent()
		if err != nil {
			return status, usage, fmt.Errorf("waitid: %w", err)
		}
		if dead && thread == f.pid {
			atDeath()
		}
		if _, err := syscall.Wait4(thread, &status, waitForTraced, &usage); err != nil {
			return status, usage, fmt.Errorf("wait4: %w", err)
		}
		switch {
		case !dead:
			f.stopped(thread, status)
		case thread == f.pid:
			return status, usage, nil
		default:
			delete(f.threads, thread)
			delete(f.leaving, thread)
		}
	}
}

// begin is called at the first stop, that of the program's start.
func (f *follower) begin() {
	f.threads[f.pid] = true
	if err := syscall.PtraceSetOptions(f.pid, traceOptions); err != nil {
		f.trace.Supported = false
		f.trace.fail("this machine does not let an exit be traced: " + err.Error())
		_ = syscall.PtraceDetach(f.pid)
		return
	}
	_ = syscall.PtraceCont(f.pid, 0)
}

// stopped handles one stop of a thread and lets it go on. A thread that was killed meanwhile cannot, which is no error.
func (f *follower) stopped(thread int, status syscall.WaitStatus) {
	if len(f.threads) == 0 {
		f.begin()
		return
	}
	deliver := status.StopSignal()
	switch event := int(status >> 16); {
	case event == eventExit:
		f.exiting(thread)
		deliver = 0
	case event == eventExec:
		f.threads, f.leaving = map[int]bool{f.pid: true}, map[int]bool{}
		deliver = 0
	case event != 0:
		deliver = 0
	case deliver == syscall.SIGSTOP && !f.threads[thread]:
		// Every new thread begins with this. A process that was made in an unusual way is not followed.
		f.threads[thread] = true
		if !ownThread(f.pid, thread) {
			_ = syscall.PtraceDetach(thread)
			return
		}
		deliver = 0
	case stops(deliver) && stoppedAsGroup(thread):
		deliver = 0
	}
	_ = syscall.PtraceCont(thread, int(deliver))
}

func stops(signal syscall.Signal) bool {
	return signal == syscall.SIGSTOP || signal == syscall.SIGTSTP || signal == syscall.SIGTTIN || signal == syscall.SIGTTOU
}

func ownThread(pid, thread int) bool {
	_, err := os.Stat(fmt.Sprintf("/proc/%d/task/%d", pid, thread))
	return err == nil
}
