// Package logs filters lines.
package logs

import "regexp"

// Filter keeps the lines that match.
func Filter(lines []string, expression string) ([]string, error) {
	wanted, _ := regexp.Compile(expression)
	var kept []string
	for _, line := range lines {
		if wanted.MatchString(line) { //crash:blame
			kept = append(kept, line)
		}
	}
	return kept, nil
}
