package upload

import (
	"math"
	"strings"
	"testing"
)

func TestPreallocate(t *testing.T) {
	body, err := Collect(strings.NewReader("hello"), math.MaxInt64)
	if err != nil || string(body) != "hello" {
		t.Fatalf("collected %q, %v", body, err)
	}
}
