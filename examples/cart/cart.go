// Package cart collects what a customer wants to buy.
package cart

import (
	"fmt"

	"example.com/bookshop/catalog"
)

// Line is a book and how many of it.
type Line struct {
	Book   catalog.Book
	Copies int
}

// Cart holds lines in the order in which they were added. The zero Cart is empty.
type Cart struct {
	lines []Line
}

// Add puts copies of a book into the cart, onto its line if it has one.
func (c *Cart) Add(book catalog.Book, copies int) error {
	if copies < 1 {
		return fmt.Errorf("cart: %d copies of %s", copies, book.Title)
	}
	for i := range c.lines {
		if c.lines[i].Book.ISBN == book.ISBN {
			c.lines[i].Copies += copies
			return nil
		}
	}
	c.lines = append(c.lines, Line{book, copies})
	return nil
}

// Lines returns what is in the cart.
func (c *Cart) Lines() []Line { return c.lines }

// Sum returns the price of everything, in cents.
func (c *Cart) Sum() int {
	sum := 0
	for _, line := range c.lines {
		sum += line.Book.Price * line.Copies
	}
	return sum
}
