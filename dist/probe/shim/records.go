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
}

// limit is one resource limit in the unit of setrlimit (bytes, seconds, processes, descriptors); null is no limit.
type limit struct {
	Soft *uint64 `json:"soft"`
	Hard *uint64 `json:"hard"`
}

// endRecord is end.json, written when the child has ended or could not be started.
type endRecord struct {
	Schema    int    `json:"schema"`
	Run       string `json:"run"`
	Record    string `json:"record"`
	EndedAt   string `json:"endedAt"`
	ElapsedMs int64  `json:"elapsedMs"`
	ending.Ending
	StartError       *string  `json:"startError"`
	ForwardedSignals []string `json:"forwardedSignals"`
	ParentGone       bool     `json:"parentGone"` // go test ended first, so the child was killed
}
