package channel

import "testing"

func TestLeaveTwice(t *testing.T) {
	var channel Channel
	channel.Join("ada")
	channel.Join("bob")
	channel.Leave("ada")
	channel.Leave("ada")
	if len(channel.Members) != 1 || channel.Members[0] != "bob" {
		t.Fatalf("members are %q", channel.Members)
	}
}
