package report

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"testing"
)

func TestTwoReports(t *testing.T) {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		fmt.Fprint(w, "thanks")
	}))
	defer server.Close()
	for _, text := range []string{"Monday", "Tuesday"} {
		if sent, err := Send(server.URL, text); !sent {
			t.Errorf("%s was not sent: %v", text, err)
		}
	}
}
