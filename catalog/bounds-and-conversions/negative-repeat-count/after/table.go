// Package table prints names and points in columns.
package table

import (
	"strconv"
	"strings"
)

const width = 8

func Row(name string, points int) string {
	return name + strings.Repeat(" ", max(1, width-len(name))) + strconv.Itoa(points)
}
