package dial

import "testing"

func TestDialWithoutOptions(t *testing.T) {
	if got, want := Plan("db", &Options{retries: 1, port: 5432}), "db:5432, 1 retries"; got != want {
		t.Errorf("with options: %q, want %q", got, want)
	}
	if got, want := Plan("web", nil), "web:443, 3 retries"; got != want {
		t.Errorf("without options: %q, want %q", got, want)
	}
}
