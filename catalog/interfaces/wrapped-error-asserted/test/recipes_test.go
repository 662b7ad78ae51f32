package recipes

import "testing"

func TestMissingRecipe(t *testing.T) {
	for name, want := range map[string]string{
		"dal":  "lentils, water, cumin",
		"moon": "Nobody knows how to cook moon",
	} {
		if got := Page(name); got != want {
			t.Errorf("page of %s is %q, want %q", name, got, want)
		}
	}
}
