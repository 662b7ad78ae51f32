package photos

import (
	"net/http/httptest"
	"testing"
)

func TestNewestPhoto(t *testing.T) {
	recorder := httptest.NewRecorder()
	Routes().ServeHTTP(recorder, httptest.NewRequest("GET", "/photos/7/comments", nil))
	if got := recorder.Body.String(); got != "comments on 7" {
		t.Errorf("the answer is %q", got)
	}
}
