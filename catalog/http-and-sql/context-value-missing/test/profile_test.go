package profile

import (
	"net/http/httptest"
	"testing"
)

func TestProfileWithoutLogin(t *testing.T) {
	recorder := httptest.NewRecorder()
	Show(recorder, httptest.NewRequest("GET", "/profile", nil))
	if recorder.Code != 401 {
		t.Errorf("the answer is %d", recorder.Code)
	}
}
