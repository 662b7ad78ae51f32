package download

import "testing"

func TestLateProgress(t *testing.T) {
	download := Start()
	userData := download.UserData()
	OnProgress(userData, 40)
	download.Cancel()
	OnProgress(userData, 45)
	if download.Percent != 40 {
		t.Fatalf("%d percent after the end", download.Percent)
	}
}
