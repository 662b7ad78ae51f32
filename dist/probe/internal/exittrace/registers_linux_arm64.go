package exittrace

import (
	"debug/elf"
	"encoding/binary"
)

const (
	machine       = elf.EM_AARCH64
	returnsByLink = true
	registersSize = 34 * 8 // struct user_pt_regs

	callExit      = 93
	callExitGroup = 94
)

func parseRegisters(content []byte) registers {
	word := func(index int) uint64 { return binary.LittleEndian.Uint64(content[index*8:]) }
	return registers{pc: word(32), sp: word(31), link: word(30), goroutine: word(28), call: word(8)} // x30, x28, x8
}
