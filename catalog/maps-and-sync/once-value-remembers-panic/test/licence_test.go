package licence

import "testing"

func TestLicenceArrivesLater(t *testing.T) {
	found := false
	licence := New(func() (string, bool) { return "Ada", found })
	if got := licence.Owner(); got != "" {
		t.Fatalf("the owner is %q before there is a licence", got)
	}
	found = true
	if got := licence.MustOwner(); got != "Ada" {
		t.Fatalf("the owner is %q, want Ada", got)
	}
}
