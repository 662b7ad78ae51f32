package service

import "testing"

func TestRestartWithoutHook(t *testing.T) {
	var service Service
	service.Restart()
	if service.Restarts != 1 {
		t.Fatalf("%d restarts, want 1", service.Restarts)
	}
}
