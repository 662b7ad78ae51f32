// Package set prints sets of numbers.
package set

import (
	"bytes"
	"strconv"
)

func Format(numbers []int) string {
	var text bytes.Buffer
	for i, number := range numbers {
		if i > 0 {
			text.WriteByte(',')
		}
		text.WriteString(strconv.Itoa(number))
	}
	return "{" + text.String() + "}"
}
