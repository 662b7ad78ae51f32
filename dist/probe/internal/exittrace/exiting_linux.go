//go:build amd64 || arm64

package exittrace

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"syscall"
)

// exiting looks at a thread that is about to end. One of them has called exit for the whole process; the others are made
// to end by that, or leave alone. When the last one leaves alone, it ends the process too.
func (f *follower) exiting(thread int) {
	f.leaving[thread] = true
	at, err := readRegisters(thread)
	if err != nil || f.decided {
		return
	}
	switch at.call {
	case callExitGroup:
		f.decided = true
	case callExit:
		if f.othersRun(thread) {
			return
		}
	default:
		return
	}
	status, err := syscall.PtraceGetEventMsg(thread)
	if err != nil || status&0x7f != 0 {
		return // a signal was faster
	}
	code := int(status >> 8 & 0xff)
	f.trace = newTrace()
	f.trace.ExitCode = &code
	if err := f.trace.describe(thread, f.program, at); err != nil {
		f.trace.fail(err.Error())
	}
}

// describe finds the stack of a stopped thread. Everything is read by way of this thread: the process's own entry in
// /proc is that of its first thread, which may have ended.
func (t *Trace) describe(thread int, expected string, at registers) error {
	if err := runs(thread, expected); err != nil {
		return err
	}
	program, err := imageOf(thread)
	if err != nil {
		return err
	}
	space, err := os.Open(fmt.Sprintf("/proc/%d/mem", thread))
	if err != nil {
		return err
	}
	defer space.Close()
	module, err := findModule(memory{&metered{space, enoughReads}}, program)
	if err != nil {
		return err
	}
	t.fill(&module, at, loadedAt(thread, at.pc))
	return nil
}

// runs checks that a thread runs a program.
func runs(thread int, program string) error {
	expected, err := os.Stat(program)
	if err != nil {
		return err
	}
	link := fmt.Sprintf("/proc/%d/exe", thread)
	if running, err := os.Stat(link); err != nil || !os.SameFile(expected, running) {
		path, _ := os.Readlink(link)
		return fmt.Errorf("it was not %s that called exit, but %s", program, path)
	}
	return nil
}

// fill adds the frames. Where C code called exit, its one frame says so, with the file that it was loaded from.
func (t *Trace) fill(m *module, at registers, file string) {
	found := m.unwind(at)
	var foreign []Frame
	if len(found.calls) == 0 {
		foreign = []Frame{{Function: "C code", File: file}}
		found, _ = m.unwindFromC(at)
	}
	frames := found.frames()
	if len(frames) == 0 {
		t.fail("C code called exit, on a thread without Go functions below it")
	} else {
		text := found.print(frames)
		t.Goroutine = &text
	}
	t.Frames = append(foreign, frames...)
	if len(t.Frames) > maxFrames {
		t.Frames = t.Frames[:maxFrames]
	}
}

// loadedAt is the file that code at an address was loaded from, by the lines of maps:
//
//	7f1c0a000000-7f1c0a1b0000 r-xp 00028000 fe:01 1234    /usr/lib/x86_64-linux-gnu/libc.so.6
func loadedAt(thread int, pc uint64) string {
	maps, _ := readSmall(fmt.Sprintf("/proc/%d/maps", thread))
	for _, line := range strings.Split(string(maps), "\n") {
		var from, to uint64
		if _, err := fmt.Sscanf(line, "%x-%x ", &from, &to); err == nil && from <= pc && pc < to {
			if slash := strings.IndexByte(line, '/'); slash >= 0 {
				return line[slash:]
			}
		}
	}
	return ""
}

// othersRun reports whether the process has threads that still run. One that has ended stays listed while it is the first, and one
// that has announced its end may take its time.
func (f *follower) othersRun(thread int) bool {
	folder := fmt.Sprintf("/proc/%d/task", f.pid)
	entries, err := os.ReadDir(folder)
	if err != nil {
		return true
	}
	for _, entry := range entries {
		other, err := strconv.Atoi(entry.Name())
		if err != nil || other == thread || f.leaving[other] {
			continue
		}
		state, err := readSmall(folder + "/" + entry.Name() + "/stat")
		if err == nil && !strings.Contains(string(state), ") Z ") && !strings.Contains(string(state), ") X ") {
			return true
		}
	}
	return false
}
