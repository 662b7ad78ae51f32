package importer

import "testing"

func TestStopImport(t *testing.T) {
	started := make(chan struct{}, 1)
	importer := Start(func() {
		select {
		case started <- struct{}{}:
		default:
		}
	})
	<-started
	if got := importer.Stop(); got < 1 {
		t.Fatalf("%d records, want at least one", got)
	}
}
