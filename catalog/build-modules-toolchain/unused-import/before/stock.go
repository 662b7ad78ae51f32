// Package stock counts what is left.
package stock

import (
	"fmt" //crash:blame
	"strings"
)

func Names(list string) []string {
	return strings.Split(list, ",")
}
