// Package check looks for problems in addresses.
package check

import "strings"

type Problems []string

func (p Problems) Error() string { return strings.Join(p, ", ") }

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
	return err != nil && err == lastErr //crash:blame
}
