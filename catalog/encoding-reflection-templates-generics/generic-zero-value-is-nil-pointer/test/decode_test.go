package decode

import "testing"

func TestDecodeUser(t *testing.T) {
	if user := UserOf("Ada;London"); user.Name != "Ada" {
		t.Errorf("the user is %v", user)
	}
}
