package upload

import "testing"

func TestUploadWithoutProgress(t *testing.T) {
	var uploader Uploader
	uploader.Upload([]byte("holiday.jpg"))
	if got := string(uploader.sent); got != "holiday.jpg" {
		t.Fatalf("sent %q", got)
	}
}
