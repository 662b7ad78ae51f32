package main

import "fmt"

// selection is what -run and -skip leave of the top-level tests. The rules are those of package testing (match.go).
type selection struct {
	run  alternatives
	skip alternatives
}

func newSelection(run, skip string) (selection, error) {
	running, err := parsePattern(run)
	if err != nil {
		return selection{}, fmt.Errorf("invalid -run: %w", err)
	}
	skipping, err := parsePattern(skip)
	if err != nil {
		return selection{}, fmt.Errorf("invalid -skip: %w", err)
	}
	return selection{running, skipping}, nil
}

// includes reports whether a top-level test runs. An empty -run takes all of them, an empty -skip none.
func (s selection) includes(name string) bool {
	if run, _ := s.run.match(name); len(s.run) > 0 && !run {
		return false
	}
	// A pattern with more levels than the name has is meant for subtests: the test itself has to run for them.
	skip, subtests := s.skip.match(name)
	return !skip || subtests
}
