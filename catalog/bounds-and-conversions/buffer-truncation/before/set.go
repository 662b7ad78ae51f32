// Package set prints sets of numbers.
package set

import (
	"bytes"
	"strconv"
)

func Format(numbers []int) string {
	var text bytes.Buffer
	for _, number := range numbers {
		text.WriteString(strconv.Itoa(number))
		text.WriteByte(',')
	}
	text.Truncate(text.Len() - 1) //crash:blame
	return "{" + text.String() + "}"
}
