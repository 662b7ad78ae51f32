package lend

import (
	"database/sql"
	"testing"
)

func TestLendFromReadOnlyShelf(t *testing.T) {
	db, err := sql.Open("shelf", "")
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if err := To(db, "Ada", "Emma"); err == nil {
		t.Error("a book was lent from a read-only shelf")
	}
}
