// Package seats reads seat numbers.
package seats

import "strconv"

func Number(text string) (int, error) {
	number := strconv.Atoi(text) //crash:blame
	return number, nil
}
