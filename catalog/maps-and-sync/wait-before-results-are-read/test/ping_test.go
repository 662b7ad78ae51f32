package ping

import "testing"

func TestPingAllHosts(t *testing.T) {
	got := All([]string{"north", "south", "gone"}, func(host string) bool { return host != "gone" })
	if got != 2 {
		t.Fatalf("%d hosts answer, want 2", got)
	}
}
