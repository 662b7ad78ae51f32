package export

import "testing"

func TestExportIntoMissingVolume(t *testing.T) {
	if err := Export("reports", "may.csv"); err != nil {
		t.Fatal(err)
	}
	if err := Export("repotrs", "june.csv"); err == nil {
		t.Fatal("exported to a volume that does not exist")
	}
	if got := volumes["reports"].Mounted; got != 0 {
		t.Fatalf("mounted %d times at the end", got)
	}
}
