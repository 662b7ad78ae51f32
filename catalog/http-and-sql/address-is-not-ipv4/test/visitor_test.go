package visitor

import "testing"

func TestVisitorWithIPv6(t *testing.T) {
	if IsOwn("2001:db8::1") {
		t.Error("a foreign address is taken for an own one")
	}
	if !IsOwn("10.1.2.3") {
		t.Error("an own address is taken for a foreign one")
	}
}
