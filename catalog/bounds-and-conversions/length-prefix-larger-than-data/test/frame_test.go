package frame

import "testing"

func TestMessageThatClaimsTooMuch(t *testing.T) {
	if payload, err := Payload([]byte{1, 7, 2, 'o', 'k'}); string(payload) != "ok" || err != nil {
		t.Errorf("payload is %q, %v", payload, err)
	}
	if payload, err := Payload([]byte{1, 7, 200, 'a', 'b', 'c', 'd', 'e'}); err == nil {
		t.Errorf("payload is %q, want an error", payload)
	}
}
