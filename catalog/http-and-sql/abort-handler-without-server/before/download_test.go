package download

import (
	"errors"
	"net/http/httptest"
	"testing"
	"testing/iotest"
)

func TestBrokenDownload(t *testing.T) {
	recorder := httptest.NewRecorder()
	Send(recorder, iotest.ErrReader(errors.New("the disk is gone")))
	if recorder.Body.Len() > 0 {
		t.Errorf("%q was sent", recorder.Body)
	}
}
