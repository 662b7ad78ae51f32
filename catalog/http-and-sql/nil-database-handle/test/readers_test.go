package readers

import "testing"

func TestCountReaders(t *testing.T) {
	if count, err := Count("host=localhost"); err == nil {
		t.Errorf("without a driver there are %d readers", count)
	}
}
