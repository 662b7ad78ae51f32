package portal

import (
	"net/http"
	"net/http/httptest"
	"testing"
)

func TestRoutesWithoutAdmin(t *testing.T) {
	routes := Portal{Pages: http.NotFoundHandler()}.Routes()
	recorder := httptest.NewRecorder()
	routes.ServeHTTP(recorder, httptest.NewRequest("GET", "/admin/users", nil))
	if recorder.Code != 404 {
		t.Errorf("the answer is %d", recorder.Code)
	}
}
