// Package indent is a function for templates.
package indent

import (
	"fmt"
	"strings"
)

func Indent(text string, columns int) (string, error) {
	if columns < 0 {
		return "", fmt.Errorf("cannot indent by %d columns", columns)
	}
	return strings.Repeat("  ", columns) + text, nil //crash:blame
}
