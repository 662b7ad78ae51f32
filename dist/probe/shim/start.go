package main

import (
	"os"
	"os/exec"
	"syscall"
	"time"
)

// start runs argv with the shim's own input and output, in its process group. It must be called on a locked thread.
func start(argv, environment []string) (*os.Process, error) {
	return startWith(childAttributes(), argv, environment)
}

func startWith(system *syscall.SysProcAttr, argv, environment []string) (*os.Process, error) {
	program, err := exec.LookPath(argv[0])
	if err != nil {
		return nil, err
	}
	attributes := &os.ProcAttr{
		Env:   environment,
		Files: []*os.File{os.Stdin, os.Stdout, os.Stderr},
		Sys:   system,
	}
	// Another process that forked while go test was still writing the binary holds it open for a moment.
	for pause, patience := time.Millisecond, 2*time.Second; ; pause *= 2 {
		process, err := os.StartProcess(program, argv, attributes)
		if err == nil || !textBusy(err) || patience <= 0 {
			return process, err
		}
		time.Sleep(pause)
		patience -= pause
	}
}
