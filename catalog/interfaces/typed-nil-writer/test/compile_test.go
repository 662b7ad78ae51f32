package compile

import "testing"

func TestQuietRun(t *testing.T) {
	if count, log := Run([]string{"a"}, true); count != 2 || log != "rule a\n" {
		t.Errorf("verbose: %d steps, %q", count, log)
	}
	if count, log := Run([]string{"a", "b"}, false); count != 4 || log != "" {
		t.Errorf("quiet: %d steps, %q", count, log)
	}
}
