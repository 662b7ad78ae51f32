// Package receipt prints what was bought.
package receipt

import (
	"fmt"
	"strings"
)

func Print(names []string, cents []int) (string, error) {
	var text strings.Builder
	for i := range names {
		fmt.Fprintf(&text, "%s %d\n", names[i], cents[i]) //crash:blame
	}
	return text.String(), nil
}
