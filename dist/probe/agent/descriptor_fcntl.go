//go:build linux || darwin

package agent

import crashGuardSyscall "syscall"

// crashGuardHighest is where our descriptors go if the limit of open files permits.
const crashGuardHighest = 200

// crashGuardMoveUp gives a descriptor a high number, or leaves it where it is.
func crashGuardMoveUp(fd int) int {
	for lowest := crashGuardHighest; lowest >= 25; lowest /= 2 {
		if moved, ok := crashGuardDuplicate(fd, lowest); ok {
			_ = crashGuardSyscall.Close(fd)
			return moved
		}
	}
	return fd
}

// crashGuardDuplicate returns the first free number from lowest on, for the same file, closed on exec.
func crashGuardDuplicate(fd, lowest int) (int, bool) {
	moved, _, problem := crashGuardSyscall.Syscall(crashGuardSyscall.SYS_FCNTL,
		uintptr(fd), crashGuardSyscall.F_DUPFD_CLOEXEC, uintptr(lowest))
	return int(moved), problem == 0
}

// crashGuardAbove calls open while every lower number is taken, so that a descriptor made by somebody else's code gets a
// high one. Where the limit is too low for that, open is called all the same.
func crashGuardAbove(fd int, open func()) {
	var taken [crashGuardHighest]int
	count := 0
	for count < len(taken) {
		filler, ok := crashGuardDuplicate(fd, 0)
		if ok && filler < crashGuardHighest {
			taken[count] = filler
			count++
			continue
		}
		if ok {
			_ = crashGuardSyscall.Close(filler)
			open()
			open = nil
		}
		break
	}
	for _, filler := range taken[:count] {
		_ = crashGuardSyscall.Close(filler)
	}
	if open != nil {
		open()
	}
}
