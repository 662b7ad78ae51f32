package store

import "testing"

func TestAdd(t *testing.T) {
	var c Cart
	c.Add("tea", 1)
}

func TestAddMore(t *testing.T) {
	var c Cart
	c.Add("tea", 1)
	c.Add("milk", 1)
}

func TestFill(t *testing.T) {
	t.Run("one", func(t *testing.T) {
		Fill(new(Cart), []string{"tea"})
	})
}

func TestSomethingElse(t *testing.T) {
	t.Run("two", func(t *testing.T) {})
}

func helper(c *Cart) { c.grow() }

func FuzzAdd(f *testing.F) {
	f.Fuzz(func(t *testing.T, n int) {
		helper(&Cart{})
	})
}
