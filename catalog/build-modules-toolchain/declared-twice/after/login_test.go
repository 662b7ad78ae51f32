package user

import "testing"

func newUser(name string) User { return User{Name: name} }

func TestLogin(t *testing.T) {
	if newUser("Ada").Name != "Ada" {
		t.Error("the name is lost")
	}
}
