package download

import (
	"errors"
	"net/http"
	"net/http/httptest"
	"testing"
	"testing/iotest"
)

func TestBrokenDownload(t *testing.T) {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		Send(w, iotest.ErrReader(errors.New("the disk is gone")))
	}))
	defer server.Close()
	if response, err := http.Get(server.URL); err == nil {
		response.Body.Close()
		t.Errorf("the answer is %s", response.Status)
	}
}
