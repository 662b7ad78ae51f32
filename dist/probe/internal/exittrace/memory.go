package exittrace

import (
	"bytes"
	"encoding/binary"
	"io"
	"unicode"
)

// memory is the address space of a 64-bit little-endian process. What cannot be read is zero and not ok: the process may
// have overwritten anything.
type memory struct{ io.ReaderAt }

// metered reads no more than so many times: tables that were overwritten could send a reader in circles.
type metered struct {
	io.ReaderAt
	left int
}

const enoughReads = 1 << 20

func (m *metered) ReadAt(into []byte, at int64) (int, error) {
	if m.left--; m.left < 0 {
		return 0, io.ErrNoProgress
	}
	return m.ReaderAt.ReadAt(into, at)
}

func (m memory) bytes(address uint64, count int) ([]byte, bool) {
	content := make([]byte, count)
	if address > 1<<63-1 {
		return content, false
	}
	read, _ := m.ReadAt(content, int64(address))
	return content[:read], read == count
}

func (m memory) word(address uint64) (uint64, bool) {
	content, ok := m.bytes(address, 8)
	if !ok {
		return 0, false
	}
	return binary.LittleEndian.Uint64(content), true
}

func (m memory) half(address uint64) (uint32, bool) {
	content, ok := m.bytes(address, 4)
	if !ok {
		return 0, false
	}
	return binary.LittleEndian.Uint32(content), true
}

// cstring reads a name up to the zero byte that ends it, or to what no name holds.
func (m memory) cstring(address uint64) (string, bool) {
	const longest = 1024
	content, _ := m.bytes(address, longest)
	end := bytes.IndexFunc(content, unicode.IsControl)
	if end < 0 {
		end = len(content)
	}
	return string(content[:end]), len(content) > 0
}

// stream reads on from an address.
func (m memory) stream(address uint64) io.Reader {
	const longest = 1 << 20
	return io.NewSectionReader(m, int64(address), longest)
}

type segment struct{ from, to uint64 }

// search offers the words of a segment until one is taken.
func (m memory) search(in segment, take func(at, word uint64) bool) bool {
	const chunk = 1 << 20
	for from := in.from; from < in.to; from += chunk {
		size := in.to - from
		if size > chunk {
			size = chunk
		}
		content, _ := m.bytes(from, int(size))
		for at, word := range wordsOf(content) {
			if take(from+uint64(at)*8, word) {
				return true
			}
		}
	}
	return false
}

func wordsOf(content []byte) []uint64 {
	words := make([]uint64, len(content)/8)
	for at := range words {
		words[at] = binary.LittleEndian.Uint64(content[at*8:])
	}
	return words
}
