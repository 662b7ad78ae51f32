package main

import (
	"fmt"
	"regexp"
)

// selection is what -run and -skip leave of the top-level tests. The rules are those of package testing (match.go).
type selection struct {
	run  alternatives
	skip alternatives
	// examples is not nil where they are matched against the whole text of -run, and -skip does not hold for them: package
	// testing up to Go 1.21 (example.go).
	examples *regexp.Regexp
}

const firstMinorWithExamplesLikeTests = 22

func newSelection(run, skip string, goMinor int) (selection, error) {
	running, err := parsePattern(run)
	if err != nil {
		return selection{}, fmt.Errorf("invalid -run: %w", err)
	}
	skipping, err := parsePattern(skip)
	if err != nil {
		return selection{}, fmt.Errorf("invalid -skip: %w", err)
	}
	chosen := selection{run: running, skip: skipping}
	if goMinor > 0 && goMinor < firstMinorWithExamplesLikeTests {
		if chosen.examples, err = regexp.Compile(run); err != nil {
			return selection{}, fmt.Errorf("invalid -run: %w", err)
		}
	}
	return chosen, nil
}

// includes reports whether a top-level test runs. An empty -run takes all of them, an empty -skip none.
func (s selection) includes(name string, of kind) bool {
	if of == example && s.examples != nil {
		return s.examples.MatchString(name)
	}
	if run, _ := s.run.match(name); len(s.run) > 0 && !run {
		return false
	}
	// A pattern with more levels than the name has is meant for subtests: the test itself has to run for them.
	skip, subtests := s.skip.match(name)
	return !skip || subtests
}
