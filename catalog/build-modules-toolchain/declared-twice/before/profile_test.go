package user

import "testing"

func newUser(name string) User { return User{Name: name} } //crash:blame

func TestProfile(t *testing.T) {
	if newUser("Bob").Name != "Bob" {
		t.Error("the name is lost")
	}
}
