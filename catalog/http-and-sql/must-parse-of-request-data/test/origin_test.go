package origin

import (
	"net/http/httptest"
	"testing"
)

func TestProxyThatHidesVisitors(t *testing.T) {
	request := httptest.NewRequest("GET", "/", nil)
	request.Header.Set("X-Real-IP", "unknown")
	if Of(request).IsValid() {
		t.Error("unknown was taken for an address")
	}
}
