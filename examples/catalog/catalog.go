// Package catalog finds books.
package catalog

import (
	"sort"
	"strings"
)

// Book is one title on sale. The price is in cents.
type Book struct {
	ISBN   string
	Title  string
	Author string
	Price  int
}

// Catalog holds books by ISBN.
type Catalog struct {
	books map[string]Book
}

// New makes a catalog of the given books.
func New(books ...Book) *Catalog {
	c := &Catalog{books: make(map[string]Book, len(books))}
	for _, b := range books {
		c.books[b.ISBN] = b
	}
	return c
}

// Find returns the book with that ISBN, written with or without dashes.
func (c *Catalog) Find(isbn string) (Book, bool) {
	b, ok := c.books[strings.ReplaceAll(isbn, "-", "")]
	return b, ok
}

// Search returns the books whose title or author contains the text in any case, sorted by title.
func (c *Catalog) Search(text string) []Book {
	text = strings.ToLower(text)
	var found []Book
	for _, b := range c.books {
		if strings.Contains(strings.ToLower(b.Title+"\n"+b.Author), text) {
			found = append(found, b)
		}
	}
	sort.Slice(found, func(i, j int) bool { return found[i].Title < found[j].Title })
	return found
}
