package token

import (
	"testing"
	"testing/synctest"
	"time"
)

func pass(t *testing.T, d time.Duration) {
	synctest.Test(t, func(t *testing.T) { //crash:blame
		time.Sleep(d)
	})
}

func TestTokenIsRenewed(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		token := New()
		pass(t, 2*time.Hour)
		if token.Valid() {
			t.Error("the token is valid after two hours")
		}
		if token.Renew(); !token.Valid() {
			t.Error("the token is not valid though it was renewed")
		}
	})
}
