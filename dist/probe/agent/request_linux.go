package agent

import (
	crashGuardOS "os"
	crashGuardSyscall "syscall"
	crashGuardUnsafe "unsafe"
)

// crashGuardRequest is a file that somebody makes to ask for a snapshot.
type crashGuardRequest struct {
	name string
	path []byte // ends in a zero
}

func crashGuardNewRequest(name string) crashGuardRequest {
	return crashGuardRequest{name: name, path: append([]byte(name), 0)}
}

// made allocates nothing, unlike syscall.Access, and is not seen by package testing's log, unlike os.Stat.
func (r *crashGuardRequest) made() bool {
	const here = -100 // AT_FDCWD
	from := here
	_, _, problem := crashGuardSyscall.Syscall(crashGuardSyscall.SYS_FACCESSAT,
		uintptr(from), uintptr(crashGuardUnsafe.Pointer(&r.path[0])), 0)
	return problem == 0
}

func (r *crashGuardRequest) remove() bool { return crashGuardOS.Remove(r.name) == nil }
