package health

import (
	"errors"
	"io/fs"
	"testing"
)

func TestLastErrorIsReplaced(t *testing.T) {
	var health Health
	health.Report(errors.New("connection lost"))
	gone := &fs.PathError{Op: "open", Path: "/data", Err: fs.ErrNotExist}
	health.Report(gone)
	if got := health.Last(); got != gone {
		t.Fatalf("got %v, want %v", got, gone)
	}
}
