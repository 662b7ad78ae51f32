package token

import "testing"

func TestForeignToken(t *testing.T) {
	key := []byte("0123456789abcdef")
	if _, err := Open(key, []byte("short"), []byte("whatever was sealed")); err == nil {
		t.Error("a foreign token was opened")
	}
}
