// Package seats reads seat numbers.
package seats

import "strconv"

func Number(text string) (int, error) {
	number, err := strconv.Atoi(text)
	return number, err
}
