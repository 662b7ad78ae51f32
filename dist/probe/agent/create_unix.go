//go:build unix

package agent

import (
	crashGuardOS "os"
	crashGuardSyscall "syscall"
)

// crashGuardCreate makes a file that must not exist yet. It leaves out os.OpenFile, which package testing's log and the
// network poller would see, and takes none of the low descriptors that tests count on.
func crashGuardCreate(path string) (*crashGuardOS.File, error) {
	const flags = crashGuardSyscall.O_WRONLY | crashGuardSyscall.O_CREAT | crashGuardSyscall.O_EXCL |
		crashGuardSyscall.O_APPEND | crashGuardSyscall.O_CLOEXEC
	fd, err := crashGuardSyscall.Open(path, flags, 0644)
	if err != nil {
		return nil, err
	}
	return crashGuardOS.NewFile(uintptr(crashGuardMoveUp(fd)), path), nil
}

// crashGuardRename leaves out os.Rename, which looks at the target in a way that package testing's log sees.
func crashGuardRename(from, to string) error { return crashGuardSyscall.Rename(from, to) }
