package address

import "testing"

func TestUserOfBrokenAddress(t *testing.T) {
	if user, ok := User("ada@example.com"); user != "ada" || !ok {
		t.Errorf("user is %q, %v", user, ok)
	}
	if user, ok := User("ada.example.com"); ok {
		t.Errorf("user is %q", user)
	}
}
