package mail

import (
	"testing"
	"testing/fstest"
)

func TestMissingTemplate(t *testing.T) {
	folder := fstest.MapFS{"welcome.txt": {Data: []byte("Dear guest")}}
	if text, err := Template(folder, "welcome"); text != "Dear guest" || err != nil {
		t.Fatalf("welcome is %q, %v", text, err)
	}
	if text, err := Template(folder, "farewell"); err == nil {
		t.Fatalf("farewell is %q, want an error", text)
	}
}
