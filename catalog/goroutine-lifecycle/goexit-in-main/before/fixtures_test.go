package fixtures

import "testing"

var names []string

func TestMain(m *testing.M) {
	Load(names...)
	m.Run()
}

func TestLoad(t *testing.T) {
	if got := Load("ada", "bob")["bob"]; got != 1 {
		t.Fatalf("got %d, want 1", got)
	}
}
