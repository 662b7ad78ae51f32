package sign

import (
	"crypto/ed25519"
	"encoding/hex"
	"strings"
	"testing"
)

func TestSeedIsNoKey(t *testing.T) {
	seed := []byte(strings.Repeat("seed", 8))
	key := ed25519.NewKeyFromSeed(seed)
	want := ed25519.Sign(key, []byte("v1.2"))
	for name, text := range map[string][]byte{"seed": seed, "key": key} {
		got, err := Sign(hex.EncodeToString(text), "v1.2")
		if string(got) != string(want) || err != nil {
			t.Errorf("signature with the %s differs: %v", name, err)
		}
	}
	if _, err := Sign("", "v1.2"); err == nil {
		t.Error("signed without a key")
	}
}
