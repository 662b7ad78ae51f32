// Package book keeps the price levels of an order book in one block of memory.
package book

type Level struct {
	Next  *Level
	Price uint32
	Size  uint32
}

type Book struct{ block []Level }

func New(levels int) *Book {
	return &Book{block: make([]Level, levels)}
}

func (b *Book) Level(index int) *Level {
	return &b.block[index]
}
