package agent

import (
	crashGuardSyscall "syscall"
	crashGuardTime "time"
)

const (
	crashGuardTries = 250
	crashGuardPause = crashGuardTime.Millisecond
)

// crashGuardInsist tries again for a moment what fails. Where a control group is full of page cache, the kernel may refuse the
// few bytes that a new folder or file takes (ENOMEM), and grant them a millisecond later; while freshly written pages, such as
// those of a test binary that was just linked, are on their way to the disk, it may take a tenth of a second.
func crashGuardInsist(try func() error) error {
	err := try()
	for tries := 1; err != nil && tries < crashGuardTries; tries++ {
		crashGuardTime.Sleep(crashGuardPause)
		err = try()
	}
	return err
}

// crashGuardInsistOnMemory tries again only what the kernel refused for want of memory; any other error is an answer.
func crashGuardInsistOnMemory(try func() error) error {
	var answer error
	_ = crashGuardInsist(func() error {
		if answer = try(); answer == crashGuardSyscall.ENOMEM {
			return answer
		}
		return nil
	})
	return answer
}
