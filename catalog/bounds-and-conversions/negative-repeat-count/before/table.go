// Package table prints names and points in columns.
package table

import (
	"strconv"
	"strings"
)

const width = 8

func Row(name string, points int) string {
	return name + strings.Repeat(" ", width-len(name)) + strconv.Itoa(points) //crash:blame
}
