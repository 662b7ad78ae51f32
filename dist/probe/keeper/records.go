package main

import (
	"time"

	"go-crash-guard/probe/internal/ending"
	"go-crash-guard/probe/internal/record"
)

// startRecord is go-start.json.
type startRecord struct {
	Schema    int      `json:"schema"`
	Pid       int      `json:"pid"`
	KeeperPid int      `json:"keeperPid"`
	StartedAt string   `json:"startedAt"`
	Args      []string `json:"args"`
}

// endRecord is go-end.json. Time and memory are those of the command and of every process it waited for.
type endRecord struct {
	Schema    int    `json:"schema"`
	EndedAt   string `json:"endedAt"`
	ElapsedMs int64  `json:"elapsedMs"`
	ending.Ending
	StartError *string `json:"startError"`
	Cancelled  string  `json:"cancelled"`
	// When the first order came, before anything was stopped; null without one.
	CancelledAt *string `json:"cancelledAt"`
	Swept       int     `json:"swept"` // processes that had to be killed
	// What became of memory, whether there was a ceiling or not.
	Guard *guardEnd `json:"guard"`
}

// outcome is how the run ended.
type outcome struct {
	end         ending.Ending
	startError  *string
	cancelled   string
	cancelledAt *string
	swept       int
	guard       *guardEnd
}

func (o outcome) record(startedAt time.Time) endRecord {
	now := time.Now()
	return endRecord{
		Schema: record.Schema, EndedAt: record.Moment(now), ElapsedMs: now.Sub(startedAt).Milliseconds(),
		Ending: o.end, StartError: o.startError, Cancelled: o.cancelled, CancelledAt: o.cancelledAt, Swept: o.swept, Guard: o.guard,
	}
}

// exitCode follows the shell: the command's own code, or 128 and the number of the signal.
func (o outcome) exitCode() int {
	switch {
	case o.end.ExitCode != nil:
		return *o.end.ExitCode
	case o.end.SignalNumber != nil:
		return 128 + *o.end.SignalNumber
	default:
		return failed
	}
}
