// Package blocks remembers blocks by number.
package blocks

const size = 1 << 20

type Block struct{ bytes [size]byte }

type Table struct{ blocks []*Block }

func (t *Table) Add(content string) int {
	block := new(Block)
	copy(block.bytes[:], content)
	t.blocks = append(t.blocks, block)
	return len(t.blocks) - 1
}

func (t *Table) Block(number int) *Block {
	return t.blocks[number]
}

func (b *Block) Starts(content string) bool {
	return string(b.bytes[:len(content)]) == content
}
