package visitor

import (
	"net/http/httptest"
	"testing"
)

func TestGuestHasNoSession(t *testing.T) {
	if got := Session(httptest.NewRequest("GET", "/", nil)); got != "" {
		t.Errorf("the session of a guest is %q", got)
	}
}
