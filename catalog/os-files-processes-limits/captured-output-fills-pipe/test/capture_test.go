package capture

import (
	"fmt"
	"strings"
	"testing"
)

func TestPrintedTable(t *testing.T) {
	table := strings.Repeat("4711;screw;0.12 EUR\n", 10_000)
	printed, err := Output(func() {
		fmt.Print(table) //crash:blame
	})
	if err != nil || printed != table {
		t.Fatalf("%d bytes were printed, %v", len(printed), err)
	}
}
