package autosave

import "testing"

func TestSaveWithoutDelay(t *testing.T) {
	var document Document
	document.Change()
	document.Close()
	if document.Saved != 1 {
		t.Errorf("saved %d times", document.Saved)
	}
}
