package defaults

import "testing"

func TestDefaultPort(t *testing.T) {
	if got := Load(Settings{Workers: 2}); got != (Settings{Port: 8080, Workers: 2}) {
		t.Errorf("the settings are %+v", got)
	}
}
