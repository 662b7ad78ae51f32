package exittrace

import (
	"debug/elf"
	"encoding/binary"
)

const (
	machine       = elf.EM_X86_64
	returnsByLink = false
	registersSize = 27 * 8 // struct user_regs_struct

	callExit      = 60
	callExitGroup = 231
)

func parseRegisters(content []byte) registers {
	word := func(index int) uint64 { return binary.LittleEndian.Uint64(content[index*8:]) }
	return registers{pc: word(16), sp: word(19), goroutine: word(1), call: word(15)} // rip, rsp, r14, orig_rax
}
