package cookie

import "testing"

func TestTruncatedCookie(t *testing.T) {
	key := []byte("0123456789abcdef")
	if _, err := Decrypt(key, make([]byte, 40)); err == nil {
		t.Error("a truncated cookie was decrypted")
	}
}
