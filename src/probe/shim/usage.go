package main

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

const (
	usageInterval = 500 * time.Millisecond
	usageHeader   = "elapsedMs,openFiles,threads,cpuMs,tempFreeBytes,dirFreeBytes\n"
)

// usage is how much of its limits a process used at one moment; nil is not known.
type usage struct {
	openFiles, threads, cpuMs, tempFreeBytes, dirFreeBytes *uint64
}

// sampler writes the child's usage to a file while it runs. It looks from outside, so that the child is not disturbed.
type sampler struct {
	pid       int
	temps     []string
	dir       string
	startedAt time.Time
	stop      chan struct{}
	stopped   chan struct{}
}

func startSampling(a attempt, pid int, folder string, startedAt time.Time) *sampler {
	// Tests write to either: os.TempDir is TMPDIR, and t.TempDir prefers GOTMPDIR from Go 1.26 on.
	temps := []string{os.TempDir()}
	if gotmp := os.Getenv("GOTMPDIR"); gotmp != "" {
		temps = append(temps, gotmp)
	}
	s := &sampler{pid: pid, temps: temps, dir: folder, startedAt: startedAt, stop: make(chan struct{}), stopped: make(chan struct{})}
	if !a.recorded() {
		close(s.stopped)
		return s
	}
	go s.run(filepath.Join(a.dir, "usage.csv"))
	return s
}

// run gives up when the file cannot be written, and makes none where nothing can be seen.
func (s *sampler) run(path string) {
	defer close(s.stopped)
	now := s.look()
	if now == (usage{}) {
		return
	}
	file, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o644)
	if err != nil {
		return
	}
	defer file.Close()
	clock := time.NewTicker(usageInterval)
	defer clock.Stop()
	text := usageHeader
	for last := false; ; now = s.look() {
		text += now.row(time.Since(s.startedAt))
		if _, err := file.WriteString(text); err != nil || last {
			return
		}
		text = ""
		select {
		case <-clock.C:
		case <-s.stop:
			last = true
		}
	}
}

func (s *sampler) look() usage {
	now := usageOf(s.pid)
	now.dirFreeBytes = freeBytes(s.dir)
	for _, temp := range s.temps {
		if free := freeBytes(temp); free != nil && (now.tempFreeBytes == nil || *free < *now.tempFreeBytes) {
			now.tempFreeBytes = free
		}
	}
	return now
}

// finish takes the last sample. A file system that no longer answers is not waited for.
func (s *sampler) finish() {
	close(s.stop)
	select {
	case <-s.stopped:
	case <-time.After(time.Second):
	}
}

func (u usage) row(elapsed time.Duration) string {
	cells := []string{strconv.FormatInt(elapsed.Milliseconds(), 10)}
	for _, value := range []*uint64{u.openFiles, u.threads, u.cpuMs, u.tempFreeBytes, u.dirFreeBytes} {
		cell := ""
		if value != nil {
			cell = strconv.FormatUint(*value, 10)
		}
		cells = append(cells, cell)
	}
	return strings.Join(cells, ",") + "\n"
}
