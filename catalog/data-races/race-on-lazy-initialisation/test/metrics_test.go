package metrics

import "testing"

func TestFirstUseByTwo(t *testing.T) {
	counted := make(chan struct{})
	go func() {
		defer close(counted)
		Default().Count()
	}()
	Default().Count()
	<-counted
	if got := Default().Events(); got != 2 {
		t.Fatalf("%d events, want 2", got)
	}
}
