package shop

import (
	"net/http/httptest"
	"testing"
)

func TestShopIsHealthy(t *testing.T) {
	recorder := httptest.NewRecorder()
	Routes().ServeHTTP(recorder, httptest.NewRequest("GET", "/health", nil))
	if recorder.Code != 200 {
		t.Errorf("the answer is %d", recorder.Code)
	}
}
