package search

import (
	"net/http/httptest"
	"net/url"
	"testing"
)

func TestSearchForTwoWords(t *testing.T) {
	recorder := httptest.NewRecorder()
	query := url.Values{"q": {"rye bread"}}
	Handle(recorder, httptest.NewRequest("GET", "/search?"+query.Encode(), nil))
	if got := recorder.Body.String(); got != `nothing found for "rye bread"` {
		t.Errorf("the answer is %s", got)
	}
}
