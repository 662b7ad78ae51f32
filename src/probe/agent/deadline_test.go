package agent

import (
	"strings"
	"testing"
)

func TestHasDeadline(t *testing.T) {
	for _, row := range []struct {
		args string
		want bool
	}{
		{"x.test -test.timeout=10m0s", true},
		{"x.test --test.timeout=1s -test.v", true},
		{"x.test -test.timeout=0s", false},
		{"x.test -test.timeout=0", false},
		{"x.test -test.timeout=soon", false},
		{"x.test -test.timeout=10m -test.timeout=0", false},
		{"x.test a-test.timeout=10m", false},
		{"x.test", false},
	} {
		if got := crashGuardHasDeadline(strings.Fields(row.args)); got != row.want {
			t.Errorf("%s: %v", row.args, got)
		}
	}
}
