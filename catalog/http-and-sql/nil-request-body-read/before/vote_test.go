package vote

import (
	"net/http"
	"net/http/httptest"
	"testing"
)

func TestEmptyVote(t *testing.T) {
	request, err := http.NewRequest("POST", "/vote", nil)
	if err != nil {
		t.Fatal(err)
	}
	recorder := httptest.NewRecorder()
	Handle(recorder, request)
	if recorder.Code != 400 {
		t.Errorf("the answer is %d", recorder.Code)
	}
}
