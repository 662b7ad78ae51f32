package importer

import "testing"

func TestImportFinishes(t *testing.T) {
	if names := Start([]string{"Ada"}).Names(); len(names) != 1 {
		t.Errorf("imported %v", names)
	}
	if names := Start(nil).Names(); len(names) != 0 {
		t.Errorf("imported %v", names)
	}
}
