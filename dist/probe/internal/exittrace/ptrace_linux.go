//go:build amd64 || arm64

package exittrace

import (
	"syscall"
	"unsafe"
)

// What package syscall does not name, from linux/ptrace.h.
const (
	requestRegisterSet = 0x4204
	requestSignalInfo  = 0x4202
	setOfStatus        = 1 // NT_PRSTATUS

	optionExitKill = 0x100000
	eventClone     = 3
	eventExec      = 4
	eventExit      = 6

	// Wait for threads as well, but only for what this thread started: other children of the process are not ours.
	waitForTraced = syscall.WALL | 0x20000000 // __WNOTHREAD
	leaveEvent    = 0x1000000                 // WNOWAIT
	exitedStopped = 4 | 2                     // WEXITED, WSTOPPED
)

const traceOptions = syscall.PTRACE_O_TRACECLONE | syscall.PTRACE_O_TRACEEXEC | syscall.PTRACE_O_TRACEEXIT | optionExitKill

func readRegisters(thread int) (registers, error) {
	content := make([]byte, registersSize)
	into := syscall.Iovec{Base: &content[0], Len: registersSize}
	err := ptrace(requestRegisterSet, thread, setOfStatus, unsafe.Pointer(&into))
	if err != nil {
		return registers{}, err
	}
	return parseRegisters(content), nil
}

// stoppedAsGroup tells a stop of the whole process from the arrival of the signal that will stop it: only the latter
// comes with information on a signal.
func stoppedAsGroup(thread int) bool {
	var information [128]byte
	return ptrace(requestSignalInfo, thread, 0, unsafe.Pointer(&information)) == syscall.EINVAL
}

func ptrace(request, thread int, address uintptr, data unsafe.Pointer) error {
	_, _, errno := syscall.RawSyscall6(syscall.SYS_PTRACE, uintptr(request), uintptr(thread), address, uintptr(data), 0, 0)
	if errno != 0 {
		return errno
	}
	return nil
}

// nextEvent waits until a thread has stopped or ended, and leaves that to be taken by wait4: until then a process that has
// ended keeps its id and its control group.
func nextEvent() (thread int, dead bool, err error) {
	const anyProcess = 0 // P_ALL
	var information struct {
		signal, errno, code, _, pid int32
		rest                        [108]byte
	}
	for {
		_, _, errno := syscall.Syscall6(syscall.SYS_WAITID, anyProcess, 0, uintptr(unsafe.Pointer(&information)),
			exitedStopped|waitForTraced|leaveEvent, 0, 0)
		if errno == syscall.EINTR {
			continue
		}
		if errno != 0 {
			return 0, false, errno
		}
		const exited, dumped = 1, 3 // CLD_EXITED, CLD_KILLED, CLD_DUMPED
		return int(information.pid), information.code >= exited && information.code <= dumped, nil
	}
}
