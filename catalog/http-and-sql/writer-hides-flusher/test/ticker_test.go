package ticker

import (
	"net/http/httptest"
	"testing"
)

func TestPricesAreStreamed(t *testing.T) {
	recorder := httptest.NewRecorder()
	Counted(Stream)(recorder, httptest.NewRequest("GET", "/prices", nil))
	if !recorder.Flushed {
		t.Error("the price was not flushed")
	}
}
