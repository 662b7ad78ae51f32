// Package blocks remembers blocks by number.
package blocks

import "unsafe"

const size = 1 << 20

type Block struct{ bytes [size]byte }

type Table struct{ addresses []uintptr }

func (t *Table) Add(content string) int {
	block := new(Block)
	copy(block.bytes[:], content)
	t.addresses = append(t.addresses, uintptr(unsafe.Pointer(block)))
	return len(t.addresses) - 1
}

func (t *Table) Block(number int) *Block {
	address := t.addresses[number]
	return *(**Block)(unsafe.Pointer(&address))
}

func (b *Block) Starts(content string) bool {
	return string(b.bytes[:len(content)]) == content
}
