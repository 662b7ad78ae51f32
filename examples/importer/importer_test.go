package importer

import (
	"testing"
	"time"
)

func TestOneRow(t *testing.T) {
	var list Importer
	list.Add("978-0134190440", []byte("paperback"))
	if list.Len() != 1 {
		t.Fatalf("Len() = %d, want 1", list.Len())
	}
}

func TestWholeCatalogue(t *testing.T) {
	var list Importer
	for row := 0; row < 4000; row++ {
		list.Add("978-0134190440", []byte("paperback"))
		time.Sleep(2 * time.Millisecond)
	}
	t.Errorf("%d rows are in memory, the shop has sold 12 books", list.Len())
}

func TestAfterwards(t *testing.T) {}
