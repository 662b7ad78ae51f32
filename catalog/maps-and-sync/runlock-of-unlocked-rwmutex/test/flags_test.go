package flags

import "testing"

func TestSetFlag(t *testing.T) {
	var flags Flags
	flags.Set("dark-mode", true)
	if !flags.On("dark-mode") {
		t.Fatal("dark-mode is off")
	}
}
