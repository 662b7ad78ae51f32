package main

import (
	"os"
	"path/filepath"
	"strings"
	"time"

	"go-crash-guard/probe/internal/ending"
)

// investigate adds to the evidence what takes time: the kernel's log, the core and the binary. It reports whether there
// was anything to add.
func (s surroundings) investigate(j job, pid int, end ending.Ending, startedAt time.Time) bool {
	seen, a := &s.witness.seen, j.attempt
	seen.askKernel(startedAt, pid, end.SignalNumber != nil)
	if !a.recorded() {
		return false
	}
	if end.CoreDumped {
		found, err := s.cores.collect(pid, startedAt, filepath.Join(a.dir, coreFile))
		switch {
		case err != nil:
			a.problem("core: %v", err)
		case found:
			seen.CoreFile = name(coreFile)
		case s.cores.dumping && s.cores.glob(nil) != "":
			a.problem("core: there is no core of process %d where kernel.core_pattern (%s) puts it, seen from the package's folder: the process may have changed its folder", pid, s.cores.settings.Pattern)
		}
	}
	if because := s.cores.silenced(end, os.Environ()); because != "" {
		a.problem("core: %s", because)
	}
	if others := s.cores.collectOthers(pid, startedAt, a.dir); len(others) > 0 {
		a.problem("core: processes that the tests started have died and left cores, which lie here: %s", strings.Join(others, ", "))
	}
	// A closer look runs a binary that is kept already.
	if worthABinary(j.settings.Keep, end) && j.settings.Diagnose == "" {
		if err := keepBinary(j.call.binary, a.dir); err != nil {
			a.problem("binary: %v", err)
		} else {
			seen.Binary = name(binaryFile)
		}
	}
	return seen.KernelLog != nil || seen.CoreFile != nil || seen.Binary != nil
}

func name(text string) *string { return &text }
