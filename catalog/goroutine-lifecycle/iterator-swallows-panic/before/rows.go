// Package rows reads a table row by row.
package rows

import (
	"iter"
	"strconv"
)

// Numbers yields the rows that are numbers.
func Numbers(rows []string) iter.Seq[int] {
	return func(yield func(int) bool) {
		defer func() { recover() }()
		for _, row := range rows {
			if !yield(parse(row)) {
				return
			}
		}
	}
}

func parse(row string) int {
	number, err := strconv.Atoi(row)
	if err != nil {
		panic(err)
	}
	return number
}

// Reciprocals adds up the parts of a whole.
func Reciprocals(rows []string) (sum int) {
	for number := range Numbers(rows) {
		sum += 100 / number
	} //crash:blame
	return sum
}
