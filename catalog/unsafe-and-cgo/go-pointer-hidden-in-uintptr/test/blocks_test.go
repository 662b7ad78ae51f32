package blocks

import (
	"runtime"
	"testing"
)

var kept []*Block

func TestBlockSurvivesCollection(t *testing.T) {
	var table Table
	for i := 0; i < 8; i++ {
		table.Add("order 1 to 99")
	}
	runtime.GC()
	runtime.GC()
	for number := 0; number < 8; number++ {
		kept = append(kept, table.Block(number))
	}
	runtime.GC()
	for _, block := range kept {
		if !block.Starts("order 1 to 99") {
			t.Fatal("a block has lost its content")
		}
	}
}
