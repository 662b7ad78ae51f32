//go:build !unix

package agent

import crashGuardOS "os"

// crashGuardCreate makes a file that must not exist yet.
func crashGuardCreate(path string) (*crashGuardOS.File, error) {
	const flags = crashGuardOS.O_WRONLY | crashGuardOS.O_CREATE | crashGuardOS.O_EXCL | crashGuardOS.O_APPEND
	return crashGuardOS.OpenFile(path, flags, 0644)
}

func crashGuardRename(from, to string) error { return crashGuardOS.Rename(from, to) }
