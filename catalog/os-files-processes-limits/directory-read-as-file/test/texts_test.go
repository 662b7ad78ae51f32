package texts

import "testing"

func TestTextsWithSubfolder(t *testing.T) {
	texts := Read("testdata")
	if len(texts) != 0 {
		t.Fatalf("texts %v", texts)
	}
	if texts := Read("testdata/texts"); texts["hello.txt"] != "Hello.\n" {
		t.Fatalf("texts %v", texts)
	}
}
