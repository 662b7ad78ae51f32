package main

import "go-crash-guard/probe/internal/ending"

// startRecord is start.json, written when the child runs.
type startRecord struct {
	Schema    int              `json:"schema"`
	Run       string           `json:"run"`
	Record    string           `json:"record"`
	Package   string           `json:"package"` // empty when the folder is not known
	Leg       string           `json:"leg"`
	Attempt   int              `json:"attempt"`
	Pid       int              `json:"pid"` // of the child
	ShimPid   int              `json:"shimPid"`
	Binary    string           `json:"binary"`
	Args      []string         `json:"args"` // as the child got them
	Dir       string           `json:"dir"`  // the package folder
	StartedAt string           `json:"startedAt"`
	Limits    map[string]limit `json:"limits"`
	Cgroup    *cgroupRecord    `json:"cgroup"` // null where there are no control groups
	// As read back; null where the system has no such score.
	OomScoreAdj *int `json:"oomScoreAdj"`
	// The mode of a closer look; absent in an ordinary run.
	Diagnose string `json:"diagnose,omitempty"`
	// The number of this further run; absent in go test's own.
	Rerun int `json:"rerun,omitempty"`
}

// cgroupRecord is the memory control group that the child was born in; own when it was made for the child alone.
type cgroupRecord struct {
	Version int    `json:"version"`
	Path    string `json:"path"`
	Own     bool   `json:"own"`
}

// limit is one resource limit in the unit of setrlimit (bytes, seconds, processes, descriptors); null is no limit.
type limit struct {
	Soft *uint64 `json:"soft"`
	Hard *uint64 `json:"hard"`
}

// endRecord is end.json, written when the child has ended or could not be started. It is written again with what takes time
// to find out: the kernel's log, the core and the binary.
type endRecord struct {
	Schema    int    `json:"schema"`
	Run       string `json:"run"`
	Record    string `json:"record"`
	EndedAt   string `json:"endedAt"`
	ElapsedMs int64  `json:"elapsedMs"`
	ending.Ending
	StartError       *string   `json:"startError"`
	ForwardedSignals []string  `json:"forwardedSignals"`
	ParentGone       bool      `json:"parentGone"` // go test ended first, so the child was killed
	Evidence         *evidence `json:"evidence"`
	Rerun            int       `json:"rerun,omitempty"`
}
