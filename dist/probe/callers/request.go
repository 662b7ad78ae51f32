package main

// request says whose callers are wanted: those of a function as it stands in a trace, or of the one around a line.
type request struct {
	Directory  string   `json:"directory"`
	Patterns   []string `json:"patterns"`
	BuildFlags []string `json:"buildFlags"`
	Function   string   `json:"function"`
	File       string   `json:"file"`
	Line       int      `json:"line"`
	// Sources has everything read from its source, for compilers whose output the library cannot read.
	Sources bool `json:"sources"`
	// TimeoutMs ends the go command that lists and compiles; 0 is no bound.
	TimeoutMs int `json:"timeoutMs"`
	MaxPaths  int `json:"maxPaths"`
	MaxDepth  int `json:"maxDepth"`
}

const (
	mostPaths = 100
	mostDepth = 100
)

func (r request) bounded() request {
	if r.MaxPaths < 1 || r.MaxPaths > mostPaths {
		r.MaxPaths = mostPaths
	}
	if r.MaxDepth < 1 || r.MaxDepth > mostDepth {
		r.MaxDepth = mostDepth
	}
	return r
}

type response struct {
	// Targets are the functions that were meant; several where a name stands for several.
	Targets []place `json:"targets"`
	// Approximate: a function literal could not be told from others, so the function around it is meant.
	Approximate bool `json:"approximate"`
	// Candidates have a similar name; only where no target was found.
	Candidates []string `json:"candidates"`
	Paths      []path   `json:"paths"`
	// Omitted counts ways in beyond the bound.
	Omitted int `json:"omitted"`
	// Problems are packages that could not be read, one sentence each.
	Problems []string `json:"problems"`
}

type place struct {
	Function string `json:"function"`
	File     string `json:"file"`
	Line     int    `json:"line"`
}

// path leads from a root to the target.
type path struct {
	Root  rootKind `json:"root"`
	Steps []step   `json:"steps"`
	// Also are further roots of that kind from which the same way leads on, the first few; AlsoCount counts all.
	Also      []string `json:"also"`
	AlsoCount int      `json:"alsoCount"`
}

type rootKind string

const (
	testRoot      rootKind = "test"
	mainRoot      rootKind = "main"
	goroutineRoot rootKind = "goroutine"
	exportedRoot  rootKind = "exported"
	initRoot      rootKind = "init"
	// Nobody is seen to call it: dead code, reflection, a template, or a caller outside of the packages.
	uncalledRoot rootKind = "uncalled"
)

// step is a function with the place of its call of the next; the last one has the place where the target is declared.
type step struct {
	place
	// How the next is called: `call`, `go`, `defer`, `value` where it is handed over as a value, '' for the last step.
	How how `json:"how"`
	// Dynamic: by its type the next may be what is called here; whether it is, is not known.
	Dynamic bool `json:"dynamic"`
	// Through is the library function that it is handed to.
	Through string `json:"through"`
}

type how string

const (
	called   how = "call"
	started  how = "go"
	deferred how = "defer"
	asAValue how = "value"
)
