package editor

import "testing"

func TestUndoOnNewDocument(t *testing.T) {
	var document Document
	document.Type("Dear")
	document.Undo()
	document.Undo()
	if document.Text != "" {
		t.Fatalf("text is %q", document.Text)
	}
}
