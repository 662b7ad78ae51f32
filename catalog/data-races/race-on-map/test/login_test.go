package login

import (
	"net/http/httptest"
	"testing"
)

func TestTwoLogins(t *testing.T) {
	handler := New()
	served := make(chan struct{})
	go func() {
		defer close(served)
		handler.ServeHTTP(httptest.NewRecorder(), httptest.NewRequest("POST", "/?user=ada", nil))
	}()
	handler.ServeHTTP(httptest.NewRecorder(), httptest.NewRequest("POST", "/?user=bob", nil))
	<-served
	if !handler.LoggedIn("ada") || !handler.LoggedIn("bob") {
		t.Fatal("somebody is not logged in")
	}
}
