// Package book keeps the price levels of an order book in one block of memory.
package book

import "unsafe"

type Level struct {
	Next  *Level
	Price uint32
	Size  uint32
}

const headerSize = 4

type Book struct{ block []byte }

func New(levels int) *Book {
	return &Book{block: make([]byte, headerSize+levels*int(unsafe.Sizeof(Level{})))}
}

func (b *Book) Level(index int) *Level {
	offset := headerSize + index*int(unsafe.Sizeof(Level{}))
	return (*Level)(unsafe.Pointer(&b.block[offset])) //crash:blame
}
