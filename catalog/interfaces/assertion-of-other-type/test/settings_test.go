package settings

import "testing"

func TestNumberAsSetting(t *testing.T) {
	settings := Settings{"colour": "green", "size": 12}
	for name, want := range map[string]string{"colour": "green", "size": "12", "font": ""} {
		if got := settings.Text(name); got != want {
			t.Errorf("%s is %q, want %q", name, got, want)
		}
	}
}
