// Package pool limits how much is done at once.
package pool

import (
	"os"
	"strconv"
)

const defaultSize = 8

var size = sizeOf(os.Getenv("CATALOG_POOL_SIZE"))

func sizeOf(text string) int {
	number, err := strconv.Atoi(text)
	if err != nil || number < 1 {
		return defaultSize
	}
	return number
}

func Size() int { return size }
