package events

import "testing"

func TestEventWithoutUser(t *testing.T) {
	for document, want := range map[string]string{
		`{"user": "ada", "kind": "login"}`: "ada: login",
		`{"kind": "timeout"}`:              "somebody: timeout",
	} {
		if got, err := Line([]byte(document)); got != want || err != nil {
			t.Errorf("%s gives %q, %v", document, got, err)
		}
	}
}
