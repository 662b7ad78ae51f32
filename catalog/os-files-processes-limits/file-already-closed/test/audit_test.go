package audit

import (
	"os"
	"testing"
)

func TestEntryAfterRotation(t *testing.T) {
	defer os.Remove("audit.log")
	defer os.Remove("audit.log.2")
	log, err := Open("audit.log")
	if err != nil {
		t.Fatal(err)
	}
	log.Entry("ada", "login")
	if err := log.Rotate("audit.log.2"); err != nil {
		t.Fatal(err)
	}
	log.Entry("ada", "logout")
	if err := log.Close(); err != nil {
		t.Fatal(err)
	}
}
