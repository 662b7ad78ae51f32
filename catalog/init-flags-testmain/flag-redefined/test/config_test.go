package config

import "testing"

func TestDefault(t *testing.T) {
	if server, client := Default(); server != "server.yaml" || client != "client.yaml" {
		t.Fatalf("settings in %s and %s", server, client)
	}
}
