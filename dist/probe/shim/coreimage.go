package main

import (
	"encoding/binary"
	"io"
	"math"
)

// coreOwner reports whether a file is an ELF core and of which process; 0 where the core does not say it in a form that
// is known here.
//
// The kernel writes the notes first (fs/binfmt_elf.c). A note is namesz, descsz, type, each of 4 bytes, then name and
// descriptor, padded to 4 bytes. NT_PRPSINFO holds the process id behind four chars, padding, flags and two user ids.
func coreOwner(file io.ReaderAt) (pid int, isCore bool) {
	const typeCore, segmentNote, notePrpsinfo = 4, 4, 3
	var head [64]byte
	if count, _ := file.ReadAt(head[:], 0); count < 52 || string(head[:4]) != "\x7fELF" {
		return 0, false
	}
	order := elfForm(head).order
	if order.Uint16(head[16:]) != typeCore {
		return 0, false
	}
	if head[4] != 2 {
		return 0, true // 32 bits: the user ids have another size on each architecture
	}
	var segment [56]byte
	if _, err := file.ReadAt(segment[:], offset(order.Uint64(head[32:]))); err != nil || order.Uint32(segment[:]) != segmentNote {
		return 0, true
	}
	notes := make([]byte, min64(order.Uint64(segment[32:]), 64<<10))
	count, _ := file.ReadAt(notes, offset(order.Uint64(segment[8:])))
	for notes = notes[:count]; len(notes) >= 12; {
		nameBytes, bytes, kind := padded(order.Uint32(notes)), padded(order.Uint32(notes[4:])), order.Uint32(notes[8:])
		if nameBytes+bytes > uint64(len(notes)-12) {
			break
		}
		if kind == notePrpsinfo && bytes >= 28 {
			return int(order.Uint32(notes[12+nameBytes+24:])), true
		}
		notes = notes[12+nameBytes+bytes:]
	}
	return 0, true
}

// coreSize is what an ELF core has to hold at least: the end of the last part that its program headers name. The kernel calls
// a process dumped even when the disk was full after the first bytes. It is 0 for what is no core.
func coreSize(file io.ReaderAt) uint64 {
	const manySegments = 0xffff // PN_XNUM: the number then stands behind the data, in the first section header
	if _, isCore := coreOwner(file); !isCore {
		return 0
	}
	var head [64]byte
	_, _ = file.ReadAt(head[:], 0)
	form := elfForm(head)
	count := uint64(form.order.Uint16(head[form.countAt:]))
	if count == manySegments {
		section := make([]byte, form.sectionInfoAt+4)
		if _, err := file.ReadAt(section, offset(form.word(head[form.sectionsAt:]))); err != nil {
			return math.MaxUint64
		}
		count = uint64(form.order.Uint32(section[form.sectionInfoAt:]))
	}
	segments, end := form.word(head[form.segmentsAt:]), uint64(0)
	segment := make([]byte, form.segmentBytes)
	for i := uint64(0); i < count; i++ {
		if _, err := file.ReadAt(segment, offset(segments+i*form.segmentBytes)); err != nil {
			return math.MaxUint64
		}
		if last := form.word(segment[form.offsetAt:]) + form.word(segment[form.bytesAt:]); last > end {
			end = last
		}
	}
	return end
}

// form says where an ELF file of 32 or 64 bits keeps what is read here (elf.h).
type form struct {
	order                           binary.ByteOrder
	word                            func([]byte) uint64
	segmentsAt, sectionsAt, countAt int // of the file header
	offsetAt, bytesAt               int // of a program header
	sectionInfoAt                   int // of a section header
	segmentBytes                    uint64
}

func elfForm(head [64]byte) form {
	var order binary.ByteOrder = binary.LittleEndian
	if head[5] == 2 {
		order = binary.BigEndian
	}
	if head[4] == 2 {
		return form{order, order.Uint64, 32, 40, 56, 8, 32, 44, 56}
	}
	short := func(text []byte) uint64 { return uint64(order.Uint32(text)) }
	return form{order, short, 28, 32, 44, 4, 16, 28, 32}
}

// offset never is negative.
func offset(value uint64) int64 { return int64(value & (1<<62 - 1)) }

func padded(size uint32) uint64 { return (uint64(size) + 3) &^ 3 }

func min64(a, b uint64) uint64 {
	if a < b {
		return a
	}
	return b
}
