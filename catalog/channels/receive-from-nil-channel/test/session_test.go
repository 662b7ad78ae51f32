package session

import "testing"

func TestWaitForLogin(t *testing.T) {
	ada := New("ada")
	ada.LogIn()
	if got := ada.User(); got != "ada" {
		t.Fatalf("got %q, want ada", got)
	}
	if got := Guest().User(); got != "guest" {
		t.Fatalf("got %q, want guest", got)
	}
}
