package orders

import (
	"net/http"
	"net/http/httptest"
	"testing"
)

func TestOrdersAreListed(t *testing.T) {
	mux := http.NewServeMux()
	Register(mux, "")
	recorder := httptest.NewRecorder()
	mux.ServeHTTP(recorder, httptest.NewRequest("GET", "/orders", nil))
	if recorder.Code != 200 {
		t.Errorf("the answer is %d", recorder.Code)
	}
}
