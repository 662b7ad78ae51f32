//go:build linux || darwin

package main

import "syscall"

// freeBytes is the space that an ordinary user may still fill on the file system of a folder.
func freeBytes(folder string) *uint64 {
	var system syscall.Statfs_t
	if syscall.Statfs(folder, &system) != nil {
		return nil
	}
	free := uint64(system.Bavail) * uint64(system.Bsize)
	return &free
}
