package app

import (
	"runtime"
	"testing"
)

func TestShow(t *testing.T) {
	if got := Show(3); runtime.GOOS != "windows" && got != "" {
		t.Errorf("the tray says %q", got)
	}
}
