// Package rows reads a table row by row.
package rows

import (
	"iter"
	"strconv"
)

// Numbers yields the rows that are numbers.
func Numbers(rows []string) iter.Seq[int] {
	return func(yield func(int) bool) {
		for _, row := range rows {
			number, ok := parse(row)
			if ok && !yield(number) {
				return
			}
		}
	}
}

func parse(row string) (number int, ok bool) {
	defer func() { ok = recover() == nil }()
	number, err := strconv.Atoi(row)
	if err != nil {
		panic(err)
	}
	return number, true
}

// Reciprocals adds up the parts of a whole.
func Reciprocals(rows []string) (sum int) {
	for number := range Numbers(rows) {
		if number != 0 {
			sum += 100 / number
		}
	}
	return sum
}
