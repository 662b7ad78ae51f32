package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"time"

	"go-crash-guard/probe/internal/record"
)

// job is one test binary to run: what was asked, how to observe it and where to record it.
type job struct {
	call     call
	settings settings
	folder   string
	place    place
	attempt  attempt
}

// supervise runs the test binary to its end and records it. The result says how the shim itself has to end.
func supervise(j job) departure {
	if left, done := diagnose(j); done {
		return left
	}
	return superviseIn(j, plainly())
}

func superviseIn(j job, way way) departure {
	c, s, a := j.call, j.settings, j.attempt
	id := newRecordID()
	// go test stores the output with a cached result: the replayed line then names this record.
	os.Stdout.WriteString("crash-guard: record " + id + "\n")

	wanted := observe(j, os.Environ(), os.Getpid())
	around := arrange(j, id)
	watch := newWatch()
	startedAt := time.Now()
	end := endRecord{Schema: record.Schema, Run: s.Run, Record: id, Rerun: s.Rerun}

	if err := limitData(s.DataLimitBytes); err != nil {
		a.problem("data limit: %v", err)
	}
	process, err := around.start(j, way, c.argv(wanted.flags), around.cores.environment(j, wanted.environment))
	if err != nil {
		text := err.Error()
		end.StartError, end.ForwardedSignals = &text, []string{}
		end.EndedAt, end.ElapsedMs = moments(startedAt)
		end.Evidence = around.witness.atDeath()
		end.Evidence.Errno = errnoName(err)
		a.write("end.json", end)
		around.clear(a)
		return cannotStart(err)
	}
	score := offerToOOMKiller(process.Pid)
	watch.begin(process)
	a.write("start.json", startRecord{
		Schema: record.Schema, Run: s.Run, Record: id, Package: j.place.Package, Leg: s.Leg, Attempt: a.number,
		Pid: process.Pid, ShimPid: os.Getpid(), Binary: c.binary, Args: append(wanted.flags, c.args...), Dir: j.folder,
		StartedAt: record.Moment(startedAt), Limits: around.limits, Cgroup: around.seat.record(), OomScoreAdj: score,
		Diagnose: s.Diagnose, Rerun: s.Rerun,
	})
	sampler := startSampling(a, process.Pid, j.folder, startedAt)
	disturbance := startPerturbing(j.perturbation(), process.Pid)

	end.Ending, err = way.follow(process, func() {
		disturbance.finish()
		end.Evidence = around.witness.atDeath()
		end.Evidence.Limits = limitsOf(process.Pid)
		sampler.finish()
	})
	if err != nil {
		around.clear(a)
		a.problem("wait: %v", err)
		return departure{code: failed}
	}
	end.EndedAt, end.ElapsedMs = moments(startedAt)
	end.ForwardedSignals, end.ParentGone = watch.finish()
	// First what matters: where go test is gone the keeper does not wait for ever, and a group can stay busy for a moment.
	a.write("end.json", end)
	around.clear(a)
	if around.investigate(j, process.Pid, end.Ending, startedAt) {
		a.write("end.json", end)
	}

	if end.ParentGone {
		return departure{code: 143}
	}
	if departureOf(end.Ending) == (departure{}) && s.Store != "" && s.TestLog && !c.wrapped() && a.recorded() {
		if err := keep(a.dir, s.Store, id); err != nil {
			a.problem("store: %v", err)
		}
	}
	return departureOf(end.Ending)
}

func moments(startedAt time.Time) (endedAt string, elapsedMs int64) {
	now := time.Now()
	return record.Moment(now), now.Sub(startedAt).Milliseconds()
}

// cannotStart follows the shell's convention: 126 for a file that may not be run, 127 for everything else.
func cannotStart(err error) departure {
	fmt.Fprintf(os.Stderr, "crash-guard: cannot start the test binary: %v\n", err)
	if errors.Is(err, fs.ErrPermission) {
		return departure{code: 126}
	}
	return departure{code: 127}
}
