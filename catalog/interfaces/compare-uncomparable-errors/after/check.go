// Package check looks for problems in addresses.
package check

import (
	"errors"
	"slices"
	"strings"
)

type Problems []string

func (p Problems) Error() string { return strings.Join(p, ", ") }

func (p Problems) Is(target error) bool {
	others, ok := target.(Problems)
	return ok && slices.Equal(p, others)
}

func Address(street, city string) error {
	var problems Problems
	if street == "" {
		problems = append(problems, "no street")
	}
	if city == "" {
		problems = append(problems, "no city")
	}
	if problems == nil {
		return nil
	}
	return problems
}

// Again tells whether somebody has made the same mistake again.
func Again(lastErr, err error) bool {
	return err != nil && errors.Is(err, lastErr)
}
