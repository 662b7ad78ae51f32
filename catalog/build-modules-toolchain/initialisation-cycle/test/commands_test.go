package commands

import "testing"

func TestHelp(t *testing.T) {
	if got := Run("help"); len(got) != 2 || got[0] != "help" {
		t.Errorf("the commands are %v", got)
	}
}
