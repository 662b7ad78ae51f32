// Package build builds packages in scratch folders.
package build

import (
	"os"
	"path/filepath"
)

// Build returns the absolute path of the log.
func Build(name string) string {
	log, err := filepath.Abs(name + ".log")
	if err != nil {
		panic(err)
	}
	home := filepath.Dir(log)
	scratch, err := os.MkdirTemp("", "build")
	if err != nil {
		panic(err)
	}
	defer os.RemoveAll(scratch)
	if err := os.Chdir(scratch); err != nil {
		panic(err)
	}
	defer os.Chdir(home)
	return log
}
