// Command keeper is the parent of one go test. It survives what go test does not, cleans up behind a cancelled run and
// records how the run ended, also when its supervisor is gone.
//
// Meanwhile it holds the memory of everything below it under a ceiling, if it can.
//
//	keeper RECORD_DIR [-ceiling BYTES] [-tiers cgroup,sudo,watcher] -- COMMAND ARGS...
package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"time"

	"go-crash-guard/probe/internal/record"
)

// failed is the exit code for the keeper's own failure, a command that cannot be started included.
const failed = 125

func init() {
	// The kernel ties the command's life to the thread that forked it, not to the process: the main thread forks and stays.
	runtime.LockOSThread()
}

func main() {
	helperMode(os.Args[1:])
	surviveSignals()
	wanted, err := parse(os.Args[1:])
	if err != nil {
		fmt.Fprintf(os.Stderr, "crash-guard: %v\n", err)
		os.Exit(failed)
	}
	keep(wanted)
}

// keep runs the command to its end and does not return.
func keep(wanted arguments) {
	startedAt := time.Now()
	above := raise(wanted)
	run, err := start(above.inside(), wanted.argv)
	for notEntered := (entryError{}); errors.As(err, &notEntered); {
		above.abandon(notEntered)
		run, err = start(above.inside(), wanted.argv)
	}
	finish := func(result outcome) {
		result.guard = above.end(result)
		write(wanted.recordDir, "go-end.json", result.record(startedAt))
		// What matters is on disk by now.
		if result.guard.Problems = above.lower(); len(result.guard.Problems) > 0 {
			write(wanted.recordDir, "go-end.json", result.record(startedAt))
		}
		os.Exit(result.exitCode())
	}
	if err != nil {
		text := err.Error()
		fmt.Fprintf(os.Stderr, "crash-guard: cannot start %s: %v\n", wanted.argv[0], err)
		finish(outcome{startError: &text})
	}
	write(wanted.recordDir, "go-start.json", startRecord{
		Schema: record.Schema, Pid: run.pid, KeeperPid: os.Getpid(), StartedAt: record.Moment(startedAt), Args: wanted.argv,
	})
	above.begin(run.pid)
	go func() { finish(follow(run, readOrders(os.Stdin), defaultPatience())) }()
	run.reap()
	select {}
}

// start finds the command in PATH and runs it as the leader of a process group of its own, without input.
func start(group string, argv []string) (*family, error) {
	program, err := exec.LookPath(argv[0])
	if err != nil {
		return nil, err
	}
	nothing, err := os.Open(os.DevNull)
	if err != nil {
		return nil, err
	}
	defer nothing.Close()
	return startFamily(group, program, argv, nothing)
}

// write records what it can: a full disk must not turn into another exit code.
func write(recordDir, name string, value any) {
	if err := record.WriteJSON(filepath.Join(recordDir, name), value); err != nil {
		fmt.Fprintf(os.Stderr, "crash-guard: %v\n", err)
	}
}
