package tracks

import "testing"

func TestHeaderWithHugeCount(t *testing.T) {
	good := []byte{0, 0, 0, 0, 0, 0, 0, 1, 3, 232}
	if altitudes, err := Read(good); err != nil || len(altitudes) != 1 || altitudes[0] != 1000 {
		t.Errorf("altitudes are %v, %v", altitudes, err)
	}
	if _, err := Read([]byte{255, 255, 255, 255, 255, 255, 255, 255}); err == nil {
		t.Error("a track with more altitudes than bytes was read")
	}
}
