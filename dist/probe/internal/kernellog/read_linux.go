package kernellog

import (
	"bufio"
	"context"
	"errors"
	"io"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"syscall"
	"time"
	"unsafe"
)

const (
	// maxReadBytes bounds what is read from any source; the largest kernel buffers in use have 16 MiB.
	maxReadBytes = 32 << 20
	// journalLines is how far back the journal is read: the OOM report of a machine with many processes has thousands.
	journalLines = 5000
	// commandBudget is for one command. sudo may wait for a name server.
	commandBudget = time.Second
)

// clock is CLOCK_MONOTONIC, which stands still while the machine sleeps, as the clock of the kernel log does.
func clock() (time.Duration, bool) {
	const monotonic = 1 // linux/time.h
	var now syscall.Timespec
	_, _, errno := syscall.RawSyscall(syscall.SYS_CLOCK_GETTIME, monotonic, uintptr(unsafe.Pointer(&now)), 0)
	return time.Duration(now.Nano()), errno == 0
}

func read(wanted source) Log {
	deadline := time.Now().Add(budget)
	again := func() *source { fresh := wanted; return &fresh }
	s := again()
	err := readKmsg(s, deadline)
	if err == nil {
		return Log{Source: "kmsg", Lines: s.texts()}
	}
	problems := []string{"kmsg: " + err.Error()}
	if s.spoken {
		return Log{Source: "kmsg", Lines: s.texts(), Problem: problems[0], Cut: true}
	}
	begun := Log{Lines: []string{}}
	for _, way := range commands() {
		s := again()
		if err := run(s, way, deadline); err != nil {
			problems = append(problems, way.name+": "+err.Error())
			if s.spoken && !begun.Cut {
				begun = Log{Source: way.name, Lines: s.texts(), Cut: true}
			}
			continue
		}
		return Log{Source: way.name, Lines: s.texts(), Problem: strings.Join(problems, "; ")}
	}
	begun.Problem = strings.Join(problems, "; ")
	return begun
}

// readKmsg reads one record at a time. The kernel drops the oldest records while it is read: EPIPE, and the next read goes on
// behind the gap. An error after lines were read says that others are missing.
func readKmsg(s *source, deadline time.Time) error {
	// Not os.Open, which would register the device with the network poller and wait at its end.
	fd, err := syscall.Open("/dev/kmsg", syscall.O_RDONLY|syscall.O_NONBLOCK|syscall.O_CLOEXEC, 0)
	if err != nil {
		return err
	}
	defer syscall.Close(fd)
	var text [8192]byte // the kernel's own bound of a record
	dropped, gap, first := false, false, true
	for total := 0; total < maxReadBytes && time.Now().Before(deadline); {
		count, err := syscall.Read(fd, text[:])
		switch {
		case err == syscall.EPIPE || err == syscall.EINTR:
			dropped = dropped || err == syscall.EPIPE
			total++ // so that no error can come for ever
		case err == syscall.EAGAIN || err == nil && count == 0:
			if gap {
				return errors.New("the kernel dropped lines before they were read")
			}
			return nil
		case err != nil:
			return err
		default:
			total += count
			gap = gap || s.all && first && !reachesBack(string(text[:count]), s.from)
			first = false
			if at, message, ok := parseRecord(string(text[:count])); ok {
				// What was dropped before the time in question is nothing that is missing.
				gap = gap || dropped && at > s.from
				dropped = false
				s.add(at, message)
			}
		}
	}
	return errors.New("too much to read")
}

// way is a command that prints the kernel log.
type way struct {
	name  string
	argv  []string
	parse func(line string) (at time.Duration, message string, ok bool)
}

func commands() []way {
	dmesg := []string{"dmesg", "-r"}
	journal := []string{"journalctl", "-k", "-q", "--no-pager", "-o", "short-monotonic", "-n", strconv.Itoa(journalLines)}
	sudo := []string{"sudo", "-n"}
	return []way{
		{"dmesg", dmesg, parseDmesg},
		{"sudo dmesg", append(sudo[:2:2], dmesg...), parseDmesg},
		{"journalctl", journal, parseJournal},
		{"sudo journalctl", append(sudo[:2:2], journal...), parseJournal},
	}
}

// run counts a command as successful when it has come to its end and shows at least one line of the kernel: journalctl ends with 0
// and shows nothing to those who have no right to see. The exit code is not asked for, and nobody waits longer than the deadline: a hanging
// sudo cannot be killed by an ordinary user.
func run(s *source, w way, deadline time.Time) error {
	if time.Until(deadline) <= 0 {
		return errors.New("no time left")
	}
	program, err := exec.LookPath(w.argv[0])
	if err != nil {
		return errors.New("not installed")
	}
	ours, theirs, err := os.Pipe()
	if err != nil {
		return err
	}
	defer ours.Close()
	limit, cancel := context.WithTimeout(context.Background(), commandBudget)
	defer cancel()
	command := exec.CommandContext(limit, program, w.argv[1:]...)
	command.Stdout = theirs
	err = command.Start()
	theirs.Close()
	if err != nil {
		return err
	}
	ended := make(chan struct{})
	go func() {
		_ = command.Wait()
		close(ended)
	}()
	if until, _ := limit.Deadline(); until.Before(deadline) {
		deadline = until
	}
	_ = ours.SetReadDeadline(deadline)
	whole := scan(s, ours, w) && limit.Err() == nil
	cancel()
	select {
	case <-ended:
	case <-time.After(100 * time.Millisecond):
	}
	if !s.spoken {
		return errors.New("shows no message of the kernel")
	}
	if !whole {
		return errors.New("could not be read to its end")
	}
	return nil
}

// scan reports whether it came to the end.
func scan(s *source, output io.Reader, w way) bool {
	lines := bufio.NewScanner(io.LimitReader(output, maxReadBytes))
	lines.Buffer(make([]byte, 0, 8192), 1<<20)
	for lines.Scan() {
		if at, message, ok := w.parse(lines.Text()); ok {
			s.add(at, message)
		}
	}
	return lines.Err() == nil
}
