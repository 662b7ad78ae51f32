// Package disk tells how much room things take.
package disk

import "os"

// Usage is the size of all files together.
func Usage(paths ...string) (int64, error) {
	var total int64
	for _, path := range paths {
		info, err := os.Stat(path)
		if err != nil {
			return 0, err
		}
		total += info.Size()
	}
	return total, nil
}
