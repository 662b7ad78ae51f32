// Package price reads prices as people type them.
package price

import (
	"strconv"
	"strings"
)

func Parse(text string) (cents int, err error) {
	euros, err := strconv.ParseFloat(strings.ReplaceAll(text, ",", "."), 64)
	return int(euros * 100), err
}
