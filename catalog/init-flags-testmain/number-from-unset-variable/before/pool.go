// Package pool limits how much is done at once.
package pool

import (
	"os"
	"strconv"
)

var size = mustInt(os.Getenv("CATALOG_POOL_SIZE"))

func mustInt(text string) int {
	number, err := strconv.Atoi(text)
	if err != nil {
		panic(err) //crash:blame
	}
	return number
}

func Size() int { return size }
