package logs

import "testing"

func TestFilterWithTypo(t *testing.T) {
	lines := []string{"GET /", "PUT /a", "GET /b"}
	if kept, err := Filter(lines, "^GET"); len(kept) != 2 || err != nil {
		t.Fatalf("kept %q, %v", kept, err)
	}
	if kept, err := Filter(lines, "(GET"); err == nil {
		t.Fatalf("kept %q, want an error", kept)
	}
}
