package exittrace

import (
	"encoding/binary"
	"strings"
)

// The tables of internal/abi/symtab.go that tell which calls the compiler has replaced by the called function's code.
const (
	tableOfInlined = 2 // by address: an index, or -1
	dataOfInlined  = 3 // what the index leads to: inlinedCall of src/runtime/symtabinl.go
	inlinedSize    = 16
)

// frames are the calls that one instruction stands for, innermost first: those that were inlined, then the function itself.
func (f function) frames(pc uint64) []Frame {
	var found []Frame
	for len(found) < maxFrames {
		file, line := f.position(pc)
		name, caller, inlined := f.inlined(pc)
		if !inlined {
			return append(found, Frame{f.name, file, line})
		}
		found = append(found, Frame{name, file, line})
		pc = caller
	}
	return found
}

// inlined names the inlined function that an instruction comes from, and an instruction at the place of the call. An
// entry that does not look like one means another layout: the function then stands for all that was inlined into it.
func (f function) inlined(pc uint64) (name string, caller uint64, ok bool) {
	if f.gofunc == 0 || f.tables <= tableOfInlined || f.datas <= dataOfInlined {
		return "", 0, false
	}
	table, _ := f.half(f.data + functionEnd + 4*tableOfInlined)
	index := f.value(table, pc)
	offset, ok := f.half(f.data + functionEnd + 4*uint64(f.tables) + 4*dataOfInlined)
	if index < 0 || !ok || offset == ^uint32(0) {
		return "", 0, false
	}
	entry, ok := f.bytes(f.gofunc+uint64(offset)+uint64(index)*inlinedSize, inlinedSize)
	if !ok || entry[1] != 0 || entry[2] != 0 || entry[3] != 0 {
		return "", 0, false
	}
	at := f.names + uint64(binary.LittleEndian.Uint32(entry[4:]))
	before, ok := f.bytes(at-1, 1)
	name, _ = f.cstring(at)
	caller = f.entry + uint64(binary.LittleEndian.Uint32(entry[8:]))
	if !ok || before[0] != 0 || name == "" || !f.inText(caller) {
		return "", 0, false
	}
	return plainName(name), caller, true
}

// plainName leaves out the mark of assembly functions.
func plainName(name string) string {
	return strings.TrimSuffix(name, ".abi0")
}
