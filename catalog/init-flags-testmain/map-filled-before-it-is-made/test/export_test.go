package export

import "testing"

func TestCSV(t *testing.T) {
	if got := Row("csv", "a", "b"); got != "a,b" {
		t.Fatalf("row %q", got)
	}
}
