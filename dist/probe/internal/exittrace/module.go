package exittrace

import (
	"encoding/binary"
	"errors"
)

// module is the Go part of a running program: its table of functions (pclntab) and the addresses around it. The layout
// mirrors pcHeader and moduledata in src/runtime/symtab.go.
type module struct {
	memory
	text, etext uint64 // where Go's code begins and ends
	gofunc      uint64 // what offsets of functions' data count from; 0 when not found
	quantum     uint64 // of instruction addresses
	count       uint64 // of functions

	table                                  uint64
	names, units, files, values, functions uint64 // its parts
}

// tableMagic is that of Go 1.20 and later, up to 1.27 at least.
const tableMagic = 0xfffffff1

// pcHeader: magic uint32; 0, 0, quantum, pointer size uint8; then words. The word at 24 was the start of the code before Go 1.26.
const (
	headerCount     = 8
	headerNames     = 32
	headerUnits     = 40
	headerFiles     = 48
	headerValues    = 56
	headerFunctions = 64
)

// moduledata: a pointer to the header, six slices, then words. These offsets are the same in Go 1.18 to 1.27.
const (
	dataFunctionCount = 136
	dataMinPC         = 160
	dataMaxPC         = 168
	dataText          = 176
	dataEText         = 184
	dataWords         = 360 // all that is looked at
)

// dataGofunc is where the field gofunc lies, behind rodata: in Go 1.21 to 1.26, in Go 1.27.
var dataGofunc = []int{320, 344}

var errNoModule = errors.New("the program that ended has no table of functions as Go 1.20 and later versions write it")

func findModule(m memory, program image) (module, error) {
	found := module{memory: m}
	if program.table != 0 && found.readTable(program.table) && found.findData(program) {
		return found, nil
	}
	for _, segment := range program.data {
		ok := m.search(segment, func(at, word uint64) bool {
			return uint32(word) == tableMagic && found.readTable(at) && found.findData(program)
		})
		if ok {
			return found, nil
		}
	}
	return found, errNoModule
}

// readTable takes the parts of the table from its header.
func (m *module) readTable(table uint64) bool {
	header, ok := m.bytes(table, headerFunctions+8)
	if !ok || binary.LittleEndian.Uint32(header) != tableMagic || header[4] != 0 || header[5] != 0 || header[7] != 8 {
		return false
	}
	word := func(offset int) uint64 { return binary.LittleEndian.Uint64(header[offset:]) }
	m.table, m.quantum, m.count = table, uint64(header[6]), word(headerCount)
	m.names, m.units = table+word(headerNames), table+word(headerUnits)
	m.files, m.values = table+word(headerFiles), table+word(headerValues)
	m.functions = table + word(headerFunctions)
	return true
}

// findData looks for a pointer to the table that is followed by what moduledata holds.
func (m *module) findData(program image) bool {
	for _, segment := range program.data {
		if m.search(segment, func(at, word uint64) bool { return word == m.table && m.readData(at) }) {
			return true
		}
	}
	return false
}

func (m *module) readData(at uint64) bool {
	data, ok := m.bytes(at, dataWords)
	if !ok {
		return false
	}
	word := func(offset int) uint64 { return binary.LittleEndian.Uint64(data[offset:]) }
	text, etext := word(dataText), word(dataEText)
	// The table of functions ends with one entry more.
	if word(dataFunctionCount) != m.count+1 || text > word(dataMinPC) || word(dataMinPC) >= word(dataMaxPC) || word(dataMaxPC) > etext {
		return false
	}
	m.text, m.etext = text, etext
	for _, offset := range dataGofunc {
		if rodata, gofunc := word(offset-8), word(offset); rodata != 0 && rodata <= gofunc {
			m.gofunc = gofunc
			break
		}
	}
	return true
}
