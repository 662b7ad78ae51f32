package balance

import "testing"

func TestAllServersAreDown(t *testing.T) {
	var balancer Balancer
	balancer.Up("a")
	if server, err := balancer.Choose(); server != "a" || err != nil {
		t.Fatalf("chose %q, %v", server, err)
	}
	balancer.AllDown()
	if server, err := balancer.Choose(); err == nil {
		t.Fatalf("chose %q", server)
	}
}
