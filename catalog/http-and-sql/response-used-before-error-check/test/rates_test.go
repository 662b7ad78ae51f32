package rates

import (
	"net/http"
	"net/http/httptest"
	"testing"
)

func TestRatesFromDeadServer(t *testing.T) {
	server := httptest.NewServer(http.NotFoundHandler())
	server.Close()
	if text, err := Fetch(server.URL); err == nil {
		t.Errorf("a dead server answered %q", text)
	}
}
