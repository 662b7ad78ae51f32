// Package read reads a pair of numbers.
package read

import "strconv"

func Sum(a, b string) (int, error) {
	number, err := strconv.Atoi(a)
	if err != nil {
		return 0, err
	}
	sum := number
	number, err := strconv.Atoi(b) //crash:blame
	return sum + number, err
}
