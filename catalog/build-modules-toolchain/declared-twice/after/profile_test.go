package user

import "testing"

func TestProfile(t *testing.T) {
	if newUser("Bob").Name != "Bob" {
		t.Error("the name is lost")
	}
}
