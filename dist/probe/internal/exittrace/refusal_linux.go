//go:build amd64 || arm64

package exittrace

import (
	"debug/elf"
	"errors"
	"fmt"
	"os"
	"syscall"
)

// Refusal says why programs cannot be traced here, or nothing. It must be called on a locked thread: it starts this very
// program to be traced and ends it before its first instruction.
func Refusal() string {
	probe, err := os.StartProcess("/proc/self/exe", []string{"traced"}, &os.ProcAttr{Sys: &syscall.SysProcAttr{Ptrace: true, Pdeathsig: syscall.SIGKILL}})
	if errors.Is(err, syscall.EPERM) || errors.Is(err, syscall.ENOSYS) || errors.Is(err, syscall.EACCES) {
		return fmt.Sprintf("this machine does not let a program be traced: %v. A sandbox or container may forbid ptrace; with Docker, --cap-add SYS_PTRACE allows it", err)
	}
	if err != nil {
		return fmt.Sprintf("no program could be started to be traced: %v", err)
	}
	_ = probe.Kill()
	_, _ = probe.Wait()
	return ""
}

// RefusalOf says why this program cannot be traced, or nothing.
func RefusalOf(path string) string {
	file, err := elf.Open(path)
	if err != nil {
		return "" // starting it will tell
	}
	defer file.Close()
	if file.Machine != machine || file.Class != elf.ELFCLASS64 {
		return fmt.Sprintf("the test binary is for another processor (%v) than this machine's own programs (%v)", file.Machine, elf.Machine(machine))
	}
	return ""
}
