package token

import (
	"testing"
	"testing/synctest"
	"time"
)

// pass is called in a bubble.
func pass(d time.Duration) {
	time.Sleep(d)
}

func TestTokenIsRenewed(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		token := New()
		pass(2 * time.Hour)
		if token.Valid() {
			t.Error("the token is valid after two hours")
		}
		if token.Renew(); !token.Valid() {
			t.Error("the token is not valid though it was renewed")
		}
	})
}
