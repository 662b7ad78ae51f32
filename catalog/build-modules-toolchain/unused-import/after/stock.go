// Package stock counts what is left.
package stock

import "strings"

func Names(list string) []string {
	return strings.Split(list, ",")
}
