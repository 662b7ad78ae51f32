package files

import (
	"net/http/httptest"
	"testing"
)

func TestRawFile(t *testing.T) {
	recorder := httptest.NewRecorder()
	Routes().ServeHTTP(recorder, httptest.NewRequest("GET", "/raw/docs/a.txt", nil))
	if got := recorder.Body.String(); got != "docs/a.txt" {
		t.Errorf("the answer is %q", got)
	}
}
