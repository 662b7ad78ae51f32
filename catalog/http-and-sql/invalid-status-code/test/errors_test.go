package problem

import (
	"errors"
	"net/http/httptest"
	"testing"
)

func TestUnknownErrorIsAnswered(t *testing.T) {
	recorder := httptest.NewRecorder()
	Answer(recorder, errors.New("the disk is full"))
	if recorder.Code != 500 {
		t.Errorf("the answer is %d", recorder.Code)
	}
}
