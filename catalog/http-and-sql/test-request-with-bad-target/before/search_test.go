package search

import (
	"net/http/httptest"
	"testing"
)

func TestSearchForTwoWords(t *testing.T) {
	recorder := httptest.NewRecorder()
	Handle(recorder, httptest.NewRequest("GET", "/search?q=rye bread", nil)) //crash:blame
	if got := recorder.Body.String(); got != `nothing found for "rye bread"` {
		t.Errorf("the answer is %s", got)
	}
}
