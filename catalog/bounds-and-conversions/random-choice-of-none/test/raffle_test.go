package raffle

import "testing"

func TestDrawFromEmptyHat(t *testing.T) {
	var hat Hat
	hat.Put("ada")
	if name, ok := hat.Draw(); name != "ada" || !ok {
		t.Errorf("drew %q, %v", name, ok)
	}
	if name, ok := hat.Draw(); ok {
		t.Errorf("drew %q from an empty hat", name)
	}
}
