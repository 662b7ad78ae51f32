package fetch

import (
	"strings"
	"testing"
)

func TestBodyOfUnknownLength(t *testing.T) {
	for _, length := range []int64{5, -1} {
		text, err := Text(Answer{length, strings.NewReader("hello")})
		if text != "hello" || err != nil {
			t.Errorf("length %d: %q, %v", length, text, err)
		}
	}
}
