// Package receipt prints what was bought.
package receipt

import (
	"fmt"
	"strings"
)

func Print(names []string, cents []int) (string, error) {
	if len(names) != len(cents) {
		return "", fmt.Errorf("%d things have %d prices", len(names), len(cents))
	}
	var text strings.Builder
	for i := range names {
		fmt.Fprintf(&text, "%s %d\n", names[i], cents[i])
	}
	return text.String(), nil
}
