package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"strings"
	"sync/atomic"
	"syscall"
	"time"
)

// started tells how the start of one test binary went. Directory is the package's, where go test runs it.
type started struct {
	Directory string `json:"directory"`
	// Ending is `exited`, `signaled`, `stuck` when the time was up, or `not-started`.
	Ending    string           `json:"ending"`
	ExitCode  int              `json:"exitCode"`
	Signal    string           `json:"signal"`
	ElapsedMs float64          `json:"elapsedMs"`
	Packages  []initialisation `json:"packages"`
	// Omitted counts packages beyond the bound.
	Omitted int `json:"omitted"`
	// Said is the end of what the program printed on stderr besides, or why it could not be started.
	Said string `json:"said"`
}

// start runs a test binary with the runtime's trace of initialisation switched on, and writes a `started` into the folder. It
// returns 0 also for a program that fails: go test has nothing to say about it.
func start(folder, limit string, command []string) int {
	longest, err := time.ParseDuration(limit)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 2
	}
	text, err := json.Marshal(startOne(longest, command))
	if err == nil {
		err = write(folder, text)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	return 0
}

func write(folder string, text []byte) error {
	file, err := os.CreateTemp(folder, "start-*.json")
	if err != nil {
		return err
	}
	if _, err := file.Write(text); err != nil {
		file.Close()
		return err
	}
	return file.Close()
}

// drain is how long a program may take to print its stacks, and how long pipes are read that somebody else holds after its end.
const drain = 2 * time.Second

func startOne(longest time.Duration, command []string) started {
	ctx, cancel := context.WithTimeout(context.Background(), longest)
	defer cancel()
	program := exec.CommandContext(ctx, command[0], command[1:]...)
	program.Env = append(os.Environ(), "GODEBUG="+joinNonEmpty(os.Getenv("GODEBUG"), "inittrace=1"))
	var stuck atomic.Bool
	program.Cancel = func() error {
		stuck.Store(true)
		return askForStacks(program.Process)
	}
	program.WaitDelay = drain
	separate(program)
	var trace traceReader
	program.Stderr = &trace
	stopped := make(chan os.Signal, 1)
	signal.Notify(stopped, os.Interrupt, syscall.SIGTERM)

	found := started{Packages: []initialisation{}}
	found.Directory, _ = os.Getwd()
	begin := time.Now()
	if err := program.Start(); err != nil {
		found.Ending, found.Said = "not-started", err.Error()
		return found
	}
	ended := make(chan struct{})
	go func() {
		// Nobody waits for the result any more when go test is gone.
		parent := os.Getppid()
		for tick := time.NewTicker(200 * time.Millisecond); os.Getppid() == parent; {
			select {
			case <-ended:
				return
			case <-tick.C:
				continue
			case <-stopped:
			}
			break
		}
		_ = endFamily(program.Process)
		os.Exit(1)
	}()
	err := program.Wait()
	close(ended)
	_ = endFamily(program.Process)
	found.ElapsedMs = float64(time.Since(begin).Microseconds()) / 1000
	trace.end()
	found.Packages = append(found.Packages, trace.packages...)
	found.Omitted, found.Said = trace.omitted, trace.said()
	found.Ending, found.ExitCode, found.Signal = ending(program, err, stuck.Load())
	return found
}

func ending(program *exec.Cmd, err error, stuck bool) (string, int, string) {
	switch status := program.ProcessState; {
	case stuck:
		return "stuck", 0, ""
	case status == nil:
		return "not-started", 0, fmt.Sprint(err)
	case !status.Exited():
		return "signaled", 0, strings.TrimPrefix(status.String(), "signal: ")
	default:
		return "exited", status.ExitCode(), ""
	}
}

func joinNonEmpty(first, second string) string {
	if first == "" {
		return second
	}
	return first + "," + second
}
