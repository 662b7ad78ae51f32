package exittrace

import (
	"bufio"
	"encoding/binary"
	"sort"
)

// function is one entry of the table, as _func in src/runtime/runtime2.go has been since Go 1.20.
type function struct {
	*module
	entry  uint64
	data   uint64 // address of the entry
	name   string
	stack  uint32 // offsets of tables of values by address: how far the stack pointer has moved,
	file   uint32 // the number of the source file
	line   uint32 // and the line
	unit   uint32
	flags  uint8
	tables uint32 // how many further tables of values follow
	datas  uint8  // how many offsets of data follow those
}

const (
	functionName   = 4
	functionStack  = 16
	functionFile   = 20
	functionLine   = 24
	functionTables = 28
	functionUnit   = 32
	functionFlags  = 41
	functionDatas  = 43
	functionEnd    = 44
)

// Bits of flags: a function at the top of its stack, and one that moves the stack pointer in ways no table tells.
const (
	topOfStack  = 1
	movesStacks = 2
)

func (m *module) inText(pc uint64) bool { return m.text <= pc && pc < m.etext }

// functionAt finds the function that an instruction belongs to.
func (m *module) functionAt(pc uint64) (function, bool) {
	if !m.inText(pc) || m.count == 0 || m.count > 1<<24 {
		return function{}, false
	}
	offset := uint32(pc - m.text)
	after := sort.Search(int(m.count), func(i int) bool {
		start, ok := m.half(m.functions + uint64(i)*8)
		return !ok || start > offset
	})
	if after == 0 {
		return function{}, false
	}
	entry, ok := m.word(m.functions + uint64(after-1)*8)
	if !ok {
		return function{}, false
	}
	return m.readFunction(m.functions + entry>>32)
}

func (m *module) readFunction(at uint64) (function, bool) {
	content, ok := m.bytes(at, functionEnd)
	if !ok {
		return function{}, false
	}
	half := func(offset int) uint32 { return binary.LittleEndian.Uint32(content[offset:]) }
	name, ok := m.cstring(m.names + uint64(half(functionName)))
	return function{
		module: m, entry: m.text + uint64(half(0)), data: at, name: plainName(name),
		stack: half(functionStack), file: half(functionFile), line: half(functionLine), unit: half(functionUnit),
		flags: content[functionFlags], tables: half(functionTables), datas: content[functionDatas],
	}, ok
}

// value looks up what holds for an instruction in one of the function's tables: pairs of numbers of variable length, the
// zigzag difference to the value before and how many instruction bytes it holds for. It is -1 where there is none.
func (f function) value(table uint32, pc uint64) int {
	if table == 0 {
		return -1
	}
	reader := bufio.NewReaderSize(f.stream(f.values+uint64(table)), 64)
	value, at := int64(-1), f.entry
	for first := true; ; first = false {
		step, err := binary.ReadUvarint(reader)
		if err != nil || step == 0 && !first {
			return -1
		}
		value += int64(step>>1) ^ -int64(step&1)
		size, err := binary.ReadUvarint(reader)
		if err != nil {
			return -1
		}
		at += size * f.quantum
		if pc < at {
			return int(value)
		}
	}
}

// position is the source line of an instruction.
func (f function) position(pc uint64) (file string, line int) {
	number := f.value(f.file, pc)
	if number < 0 {
		return "", 0
	}
	offset, ok := f.half(f.units + uint64(f.unit)*4 + uint64(number)*4)
	if !ok || offset == ^uint32(0) {
		return "", 0
	}
	file, _ = f.cstring(f.files + uint64(offset))
	if line = f.value(f.line, pc); line < 0 {
		line = 0
	}
	return file, line
}
