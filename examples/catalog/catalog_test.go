package catalog

import (
	"strings"
	"testing"
)

var shop = New(
	Book{ISBN: "9780141439587", Title: "Emma", Author: "Jane Austen", Price: 799},
	Book{ISBN: "9780141439662", Title: "Sense and Sensibility", Author: "Jane Austen", Price: 899},
	Book{ISBN: "9780141439471", Title: "Frankenstein", Author: "Mary Shelley", Price: 699},
)

func TestFind(t *testing.T) {
	for _, tc := range []struct {
		name, isbn, want string
	}{
		{"plain", "9780141439587", "Emma"},
		{"with dashes", "978-0-14-143947-1", "Frankenstein"},
		{"unknown", "0000000000000", ""},
	} {
		t.Run(tc.name, func(t *testing.T) {
			got, ok := shop.Find(tc.isbn)
			if got.Title != tc.want || ok != (tc.want != "") {
				t.Errorf("Find(%q) = %q, %v, want %q", tc.isbn, got.Title, ok, tc.want)
			}
		})
	}
}

func TestSearch(t *testing.T) {
	for _, tc := range []struct {
		text, want string
	}{
		{"austen", "Emma, Sense and Sensibility"},
		{"FRANK", "Frankenstein"},
		{"tolstoy", ""},
	} {
		t.Run(tc.text, func(t *testing.T) {
			var titles []string
			for _, b := range shop.Search(tc.text) {
				titles = append(titles, b.Title)
			}
			if got := strings.Join(titles, ", "); got != tc.want {
				t.Errorf("Search(%q) = %q, want %q", tc.text, got, tc.want)
			}
		})
	}
}
