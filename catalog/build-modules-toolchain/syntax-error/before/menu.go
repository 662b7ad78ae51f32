// Package menu lists dishes.
package menu

import "strings"

func Text() string {
	return strings.Join(
		[]string{"soup", "bread"},
		", " //crash:blame
	)
}
