package token

import "testing"

func TestTokenIsAdded(t *testing.T) {
	request := Request("api.example", "secret")
	if got := request.Header.Get("Authorization"); got != "Bearer secret" {
		t.Errorf("the header is %q", got)
	}
}
