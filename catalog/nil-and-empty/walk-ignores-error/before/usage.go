// Package usage adds up the sizes of files.
package usage

import (
	"io/fs"
	"path/filepath"
)

func Bytes(root string) (total int64, err error) {
	err = filepath.Walk(root, func(path string, info fs.FileInfo, err error) error {
		if info.Mode().IsRegular() { //crash:blame
			total += info.Size()
		}
		return nil
	})
	return total, err
}
