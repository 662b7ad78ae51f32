// Package version reads version numbers.
package version

import (
	"regexp"
	"strconv"
)

var pattern = regexp.MustCompile(`^v(\d+)\.(\d+)`)

// Major gives the first number; 0 for what is no release.
func Major(tag string) int {
	match := pattern.FindStringSubmatch(tag)
	if match == nil {
		return 0
	}
	major, _ := strconv.Atoi(match[1])
	return major
}
