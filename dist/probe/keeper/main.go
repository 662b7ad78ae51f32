// Command keeper is the parent of one go test. It survives what go test does not, cleans up behind a cancelled run and
// records how the run ended, also when its supervisor is gone.
//
//	keeper RECORD_DIR -- COMMAND ARGS...
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

func main() {
	// The kernel ties the command's life to the thread that forked it, not to the process: keep that thread.
	runtime.LockOSThread()
	surviveSignals()

	recordDir, argv, err := parse(os.Args[1:])
	if err != nil {
		fmt.Fprintf(os.Stderr, "crash-guard: %v\n", err)
		os.Exit(failed)
	}
	os.Exit(keep(recordDir, argv))
}

func parse(args []string) (recordDir string, argv []string, err error) {
	if len(args) < 3 || args[1] != "--" {
		return "", nil, errors.New("usage: keeper RECORD_DIR -- COMMAND ARGS...")
	}
	return args[0], args[2:], nil
}

// keep runs the command to its end and returns the keeper's exit code.
func keep(recordDir string, argv []string) int {
	startedAt := time.Now()
	run, err := start(argv)
	if err != nil {
		text := err.Error()
		fmt.Fprintf(os.Stderr, "crash-guard: cannot start %s: %v\n", argv[0], err)
		write(recordDir, "go-end.json", outcome{startError: &text}.record(startedAt))
		return failed
	}
	write(recordDir, "go-start.json", startRecord{
		Schema: record.Schema, Pid: run.pid, KeeperPid: os.Getpid(), StartedAt: record.Moment(startedAt), Args: argv,
	})
	result := follow(run, readOrders(os.Stdin), defaultPatience())
	write(recordDir, "go-end.json", result.record(startedAt))
	return result.exitCode()
}

// start finds the command in PATH and runs it as the leader of a process group of its own, without input.
func start(argv []string) (*family, error) {
	program, err := exec.LookPath(argv[0])
	if err != nil {
		return nil, err
	}
	nothing, err := os.Open(os.DevNull)
	if err != nil {
		return nil, err
	}
	defer nothing.Close()
	return startFamily(program, argv, nothing)
}

// write records what it can: a full disk must not turn into another exit code.
func write(recordDir, name string, value any) {
	if err := record.WriteJSON(filepath.Join(recordDir, name), value); err != nil {
		fmt.Fprintf(os.Stderr, "crash-guard: %v\n", err)
	}
}
