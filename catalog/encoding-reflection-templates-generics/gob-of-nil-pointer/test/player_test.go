package player

import (
	"bytes"
	"testing"
)

func TestSaveBeforeFirstMove(t *testing.T) {
	var saved bytes.Buffer
	if err := new(Game).Save(&saved); err != nil || saved.Len() == 0 {
		t.Errorf("saved %d bytes, %v", saved.Len(), err)
	}
}
