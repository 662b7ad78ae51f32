package quota

import "testing"

func TestSmallUploadIsAllowed(t *testing.T) {
	if got, want := Answer("ada", 2000), "Sorry, ada may not upload 2000 bytes"; got != want {
		t.Errorf("large upload: %q, want %q", got, want)
	}
	if got, want := Answer("ada", 10), "Thank you"; got != want {
		t.Errorf("small upload: %q, want %q", got, want)
	}
}
