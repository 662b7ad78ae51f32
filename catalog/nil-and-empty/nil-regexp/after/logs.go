// Package logs filters lines.
package logs

import "regexp"

// Filter keeps the lines that match.
func Filter(lines []string, expression string) ([]string, error) {
	wanted, err := regexp.Compile(expression)
	if err != nil {
		return nil, err
	}
	var kept []string
	for _, line := range lines {
		if wanted.MatchString(line) {
			kept = append(kept, line)
		}
	}
	return kept, nil
}
