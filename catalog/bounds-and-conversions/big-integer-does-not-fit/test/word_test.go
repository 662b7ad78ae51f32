package word

import (
	"math/big"
	"testing"
)

func TestAmountOfMoreThan256Bits(t *testing.T) {
	one := big.NewInt(1)
	limit := new(big.Int).Lsh(one, 256)
	if word, err := Encode(new(big.Int).Sub(limit, one)); err != nil || word[0] != 255 {
		t.Errorf("largest word: %x, %v", word, err)
	}
	if word, err := Encode(limit); err == nil {
		t.Errorf("too large a number became %x", word)
	}
}
