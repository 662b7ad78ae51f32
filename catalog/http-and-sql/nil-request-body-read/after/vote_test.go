package vote

import (
	"net/http/httptest"
	"testing"
)

func TestEmptyVote(t *testing.T) {
	recorder := httptest.NewRecorder()
	Handle(recorder, httptest.NewRequest("POST", "/vote", nil))
	if recorder.Code != 400 {
		t.Errorf("the answer is %d", recorder.Code)
	}
}
