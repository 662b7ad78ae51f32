package orders

import (
	"sync"
	"testing"
)

var connected = sync.OnceValue(Connect)

func needDatabase(t *testing.T) {
	t.Helper()
	if err := connected(); err != nil {
		t.Skip("cannot set up: ", err)
	}
}

func TestTotal(t *testing.T) {
	if got := Total(250, 199); got != 449 {
		t.Fatalf("total %d, want 449", got)
	}
}

func TestStored(t *testing.T) {
	needDatabase(t)
}
