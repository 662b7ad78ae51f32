package upload

import (
	"net/http/httptest"
	"strings"
	"testing"
)

func TestUploadWithoutFile(t *testing.T) {
	request := httptest.NewRequest("POST", "/upload", strings.NewReader("hello"))
	if _, err := Count(request); err == nil {
		t.Error("plain text was taken for an upload")
	}
}
