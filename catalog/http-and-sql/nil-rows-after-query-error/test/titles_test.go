package titles

import (
	"database/sql"
	"testing"
)

func TestTitlesOfEmptyQuery(t *testing.T) {
	db, err := sql.Open("shelf", "")
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if titles, err := List(db, ""); err == nil {
		t.Errorf("no query found %v", titles)
	}
}
