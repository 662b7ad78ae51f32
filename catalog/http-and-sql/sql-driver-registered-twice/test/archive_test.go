package archive

import "testing"

func TestTwoArchives(t *testing.T) {
	for _, name := range []string{"letters", "postcards"} {
		db, err := Open(name)
		if err != nil {
			t.Fatal(err)
		}
		db.Close()
	}
}
