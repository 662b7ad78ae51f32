package letter

import (
	"io"
	"testing"
)

func TestLetterWithoutFile(t *testing.T) {
	if err := Write(io.Discard, "templates/letter.html", "Ada"); err == nil {
		t.Error("a letter was written without its template")
	}
}
