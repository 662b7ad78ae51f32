package catalogue

import (
	"database/sql"
	"testing"
)

func TestTitlesAreLookedUp(t *testing.T) {
	db, err := sql.Open("shelf", "")
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	if checked, err := Check(db); err != nil || checked != 2 {
		t.Errorf("checked %d, %v", checked, err)
	}
}
