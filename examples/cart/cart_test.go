package cart

import (
	"testing"

	"example.com/bookshop/catalog"
)

var (
	emma         = catalog.Book{ISBN: "9780141439587", Title: "Emma", Price: 799}
	frankenstein = catalog.Book{ISBN: "9780141439471", Title: "Frankenstein", Price: 699}
)

func add(t *testing.T, c *Cart, book catalog.Book, copies int) {
	t.Helper()
	if err := c.Add(book, copies); err != nil {
		t.Fatal(err)
	}
}

func TestEmpty(t *testing.T) {
	var c Cart
	if c.Sum() != 0 || len(c.Lines()) != 0 {
		t.Errorf("a new cart holds %v", c.Lines())
	}
}

func TestSum(t *testing.T) {
	var c Cart
	add(t, &c, emma, 2)
	add(t, &c, frankenstein, 1)
	if got, want := c.Sum(), 2*799+699; got != want {
		t.Errorf("Sum() = %d, want %d", got, want)
	}
}

func TestSameBookSharesALine(t *testing.T) {
	var c Cart
	add(t, &c, emma, 1)
	add(t, &c, emma, 2)
	if lines := c.Lines(); len(lines) != 1 || lines[0].Copies != 3 {
		t.Errorf("Lines() = %v, want one line with 3 copies", lines)
	}
}

func TestNoCopies(t *testing.T) {
	var c Cart
	if err := c.Add(emma, 0); err == nil {
		t.Error("0 copies were accepted")
	}
}
