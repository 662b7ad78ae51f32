package users

import "testing"

func TestUserFromCache(t *testing.T) {
	LogIn("ada", true)
	LogIn("bob", false)
	for name, want := range map[string]bool{"ada": true, "bob": false, "eve": false} {
		if got := IsAdmin(name); got != want {
			t.Errorf("admin %s: %v", name, got)
		}
	}
}
