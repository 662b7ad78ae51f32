package cameras

import "testing"

func TestAllCameras(t *testing.T) {
	pictures := Pictures(120)
	if got := pictures[119]; got != 238 {
		t.Fatalf("picture %d of the last camera", got)
	}
}
