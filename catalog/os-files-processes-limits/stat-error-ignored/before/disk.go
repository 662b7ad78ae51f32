// Package disk tells how much room things take.
package disk

import "os"

// Usage is the size of all files together.
func Usage(paths ...string) (int64, error) {
	var total int64
	for _, path := range paths {
		info, _ := os.Stat(path)
		total += info.Size() //crash:blame
	}
	return total, nil
}
